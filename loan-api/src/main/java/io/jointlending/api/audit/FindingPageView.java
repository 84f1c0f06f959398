package io.jointlending.api.audit;

import java.io.Serializable;
import java.util.List;

/**
 * One page of the findings that are not mended, oldest first.
 *
 * @param total how many there are in all; 0 in sound books
 * @param findings the findings of this page
 */
public record FindingPageView(Long total, List<AuditFindingView> findings) implements Serializable {}
