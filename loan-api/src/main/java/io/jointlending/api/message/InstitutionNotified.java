package io.jointlending.api.message;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * An institution has confirmed that it knows its part of an event of a ledger, by a verified answer or as a person has found out.
 * Sent once per event and sub-order, for consumers outside of the providers, which need it for nothing; fund-router-provider can be told to
 * leave it out.
 *
 * @param orderNo master order
 * @param subOrderNo sub-order of the institution, the number under which it knows the loan
 * @param institutionCode institution
 * @param repaymentNo number of the event
 * @param valueDate day for which the event counts, Asia/Shanghai
 * @param principalFen principal that the part settled, in fen; negative for a reversal, as all amounts
 * @param interestFen interest settled, in fen
 * @param penaltyFen penalty settled, in fen
 * @param feeFen fee settled, in fen
 */
public record InstitutionNotified(
        String orderNo,
        String subOrderNo,
        String institutionCode,
        String repaymentNo,
        LocalDate valueDate,
        Long principalFen,
        Long interestFen,
        Long penaltyFen,
        Long feeFen)
        implements Serializable {}
