package io.jointlending.api.fund;

import java.io.Serializable;
import java.util.List;

/**
 * A page of what persons did.
 *
 * @param entries newest first
 * @param more true when there are older ones that fit
 */
public record FundAuditPageView(List<FundAuditView> entries, Boolean more) implements Serializable {}
