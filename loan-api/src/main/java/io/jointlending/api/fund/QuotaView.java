package io.jointlending.api.fund;

import java.io.Serializable;

/**
 * How much of an institution's money is promised and lent.
 *
 * @param institutionCode institution
 * @param dimension DAY, TOTAL or BALANCE
 * @param period yyyyMMdd of a DAY, otherwise {@code -}
 * @param limitFen limit in fen
 * @param reservedFen promised to orders under way, in fen
 * @param usedFen lent, in fen
 * @param headroomFen what may still be promised, in fen; below 0 after the limit was lowered
 */
public record QuotaView(
        String institutionCode,
        String dimension,
        String period,
        Long limitFen,
        Long reservedFen,
        Long usedFen,
        Long headroomFen)
        implements Serializable {}
