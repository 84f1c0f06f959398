package io.jointlending.api.audit;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A rule of the books that an order breaks.
 *
 * @param orderNo master order; a date such as 2026-02-15 for a rule about a closed date
 * @param rule which rule, such as SUB_ORDERS_ADD_UP
 * @param meaning the rule in words
 * @param detail the first place where it is broken, with its numbers
 * @param firstFoundOn business date on which it was found first, Asia/Shanghai
 * @param lastFoundOn business date on which it was found last, Asia/Shanghai
 */
public record AuditFindingView(
        String orderNo, String rule, String meaning, String detail, LocalDate firstFoundOn, LocalDate lastFoundOn)
        implements Serializable {}
