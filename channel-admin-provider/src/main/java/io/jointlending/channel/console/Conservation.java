package io.jointlending.channel.console;

import io.jointlending.api.repayment.AmountsView;
import io.jointlending.api.repayment.LedgerInstallmentView;
import io.jointlending.api.repayment.LedgerView;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One component of an order: what the master owes and has paid, and the same of all sub-orders together, in fen. They are equal, or
 * money was lost or invented.
 *
 * @param component PRINCIPAL, INTEREST, PENALTY or FEE
 * @param masterDueFen due of the master order
 * @param partsDueFen due of the sub-orders together
 * @param masterSettledFen settled of the master order
 * @param partsSettledFen settled of the sub-orders together
 * @param holds true when both pairs are equal
 */
record Conservation(
        String component,
        Long masterDueFen,
        Long partsDueFen,
        Long masterSettledFen,
        Long partsSettledFen,
        Boolean holds) {

    /** A line for each component; none while there are no sub-orders. */
    static List<Conservation> of(@Nullable LedgerView ledger) {
        if (ledger == null || ledger.subLedgers().isEmpty()) {
            return List.of();
        }
        return List.of(
                line("PRINCIPAL", ledger, AmountsView::principalFen),
                line("INTEREST", ledger, AmountsView::interestFen),
                line("PENALTY", ledger, AmountsView::penaltyFen),
                line("FEE", ledger, AmountsView::feeFen));
    }

    private static Conservation line(String component, LedgerView ledger, ToLongFunction<AmountsView> amount) {
        List<LedgerInstallmentView> parts = ledger.subLedgers().stream()
                .flatMap(part -> part.installments().stream())
                .toList();
        long masterDue = sum(ledger.installments(), LedgerInstallmentView::due, amount);
        long partsDue = sum(parts, LedgerInstallmentView::due, amount);
        long masterSettled = sum(ledger.installments(), LedgerInstallmentView::settled, amount);
        long partsSettled = sum(parts, LedgerInstallmentView::settled, amount);
        return new Conservation(
                component,
                masterDue,
                partsDue,
                masterSettled,
                partsSettled,
                masterDue == partsDue && masterSettled == partsSettled);
    }

    private static long sum(
            List<LedgerInstallmentView> installments,
            Function<LedgerInstallmentView, AmountsView> which,
            ToLongFunction<AmountsView> amount) {
        return installments.stream()
                .mapToLong(installment -> amount.applyAsLong(which.apply(installment)))
                .reduce(0, Math::addExact);
    }
}
