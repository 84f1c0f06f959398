package io.jointlending.api.report;

import io.jointlending.api.repayment.AmountsView;
import java.io.Serializable;

/**
 * What events of one kind did to the sub-orders of one institution in one period. Sums may be negative: a reversal counts
 * for the day on which it is booked.
 *
 * @param institutionCode institution
 * @param eventKind such as PAYMENT, WAIVER or REVERSAL
 * @param events how many events, counted per order
 * @param lines how many split lines they made
 * @param settled settled, in fen
 * @param due change of what is due, in fen
 */
public record ReportLineView(
        String institutionCode, String eventKind, Long events, Long lines, AmountsView settled, AmountsView due)
        implements Serializable {}
