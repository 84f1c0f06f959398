package io.jointlending.api.repayment;

import java.io.Serializable;
import java.util.List;

/**
 * The ledger of a master order and of its sub-orders.
 *
 * @param orderNo master order
 * @param borrowerNo borrower
 * @param status ACTIVE, SETTLED, WRITTEN_OFF or REFUNDED
 * @param ledgerVersion rises by one with every event
 * @param planVersion version of the current plan
 * @param installments the master's, by number
 * @param subLedgers by seat, empty until the sub-orders exist
 */
public record LedgerView(
        String orderNo,
        String borrowerNo,
        String status,
        Long ledgerVersion,
        Integer planVersion,
        List<LedgerInstallmentView> installments,
        List<SubLedgerView> subLedgers)
        implements Serializable {}
