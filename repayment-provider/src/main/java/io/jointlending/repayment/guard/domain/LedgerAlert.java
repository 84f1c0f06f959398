package io.jointlending.repayment.guard.domain;

import java.time.LocalDate;

/**
 * Something on a ledger that a person has to look at.
 *
 * @param orderNo master order
 * @param kind SKIPPED_PERIOD
 * @param sequence event of the ledger
 * @param foundOn business date of the check, Asia/Shanghai
 * @param installmentNo installment that it is about
 * @param detail figures
 */
public record LedgerAlert(
        String orderNo, String kind, long sequence, LocalDate foundOn, int installmentNo, String detail) {}
