package io.jointlending.api.repayment;

import java.io.Serializable;
import java.util.List;

/**
 * The ledger of one sub-order.
 *
 * @param subOrderNo sub-order
 * @param institutionCode who funds it
 * @param seat place in the order of institutions
 * @param weight weight of the split
 * @param contributionFen part of the principal in fen
 * @param status as the master order: ACTIVE, SETTLED, WRITTEN_OFF or REFUNDED
 * @param installments by number
 */
public record SubLedgerView(
        String subOrderNo,
        String institutionCode,
        Integer seat,
        Long weight,
        Long contributionFen,
        String status,
        List<LedgerInstallmentView> installments)
        implements Serializable {}
