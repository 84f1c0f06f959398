package io.jointlending.api.audit;

import java.io.Serializable;
import java.util.List;

/**
 * What the audit of an order found.
 *
 * @param orderNo master order
 * @param rules how many rules were looked at
 * @param findings the broken ones, none if all is well
 */
public record AuditOrderView(String orderNo, Integer rules, List<AuditFindingView> findings) implements Serializable {}
