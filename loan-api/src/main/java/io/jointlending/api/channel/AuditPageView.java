package io.jointlending.api.channel;

import java.io.Serializable;
import java.util.List;

/**
 * A page of the audit.
 *
 * @param entries newest first
 * @param more true when there are older ones that fit
 */
public record AuditPageView(List<AuditEntryView> entries, Boolean more) implements Serializable {}
