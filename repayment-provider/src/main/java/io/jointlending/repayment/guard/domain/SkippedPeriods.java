package io.jointlending.repayment.guard.domain;

import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerInstallment;
import io.jointlending.repayment.ledger.domain.MasterLine;
import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.WaterfallOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Skipped periods (跳期): an event settled interest or principal of an installment and left interest or principal of an earlier
 * one open that was due by then. The state alone does not show it: an earlier installment may be open because its repayment
 * bounced, or because the later one was paid in advance before it fell due. So the events are replayed, and each is judged by
 * what was open when it was booked. An installment that is due has its final dues, because plans change only what is not yet
 * due. A waiver may name its installment and a reversal mirrors another event, so neither is judged; nor is an order whose
 * product settles component by component.
 */
public final class SkippedPeriods {
    private SkippedPeriods() {}

    /**
     * A skip.
     *
     * @param sequence event that skipped
     * @param skippedNo earlier installment that it left open
     * @param settledNo later installment that it settled something of
     * @param openFen interest and principal that were open of the earlier one, in fen
     */
    public record Skip(long sequence, int skippedNo, int settledNo, long openFen) {}

    /**
     * Every event that skipped, with the earliest installment that it skipped.
     *
     * @param events all events of the ledger, in sequence
     */
    public static List<Skip> find(Ledger ledger, List<LedgerEvent> events) {
        if (ledger.head().terms().waterfall() != WaterfallOrder.INSTALLMENT_FIRST) {
            return List.of();
        }
        Map<Integer, LedgerInstallment> installments = new HashMap<>();
        ledger.installments().forEach(installment -> installments.put(installment.installmentNo(), installment));
        Map<Integer, Long> settled = new HashMap<>();
        List<Skip> skips = new ArrayList<>();
        for (LedgerEvent event : events) {
            for (MasterLine line : event.lines()) {
                settled.merge(line.installmentNo(), ownOf(line.settled()), Math::addExact);
            }
            if (!event.kind().paid()) {
                continue;
            }
            event.lines().stream()
                    .filter(line -> ownOf(line.settled()) > 0)
                    .map(line -> installments.get(line.installmentNo()))
                    .flatMap(later -> skippedBy(ledger, later, event.valueDate(), settled)
                            .map(earlier -> new Skip(
                                    event.sequence(),
                                    earlier.installmentNo(),
                                    later.installmentNo(),
                                    openOf(earlier, settled)))
                            .stream())
                    .findFirst()
                    .ifPresent(skips::add);
        }
        return List.copyOf(skips);
    }

    private static Optional<LedgerInstallment> skippedBy(
            Ledger ledger, LedgerInstallment later, LocalDate valueDate, Map<Integer, Long> settled) {
        return ledger.installments().stream()
                .filter(earlier -> earlier.dueDate().isBefore(later.dueDate())
                        && !earlier.dueDate().isAfter(valueDate)
                        && openOf(earlier, settled) > 0)
                .findFirst();
    }

    private static long openOf(LedgerInstallment installment, Map<Integer, Long> settled) {
        return Math.subtractExact(ownOf(installment.due()), settled.getOrDefault(installment.installmentNo(), 0L));
    }

    /** Interest and principal: penalty and fees may be served in any order of installments. */
    private static long ownOf(Amounts amounts) {
        return Math.addExact(amounts.interestFen(), amounts.principalFen());
    }
}
