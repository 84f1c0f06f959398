package io.jointlending.repayment.ledger.domain;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.PenaltyBasis;
import io.jointlending.support.money.PenaltyCalculator;
import io.jointlending.support.money.PrepaymentMode;
import io.jointlending.support.money.Waterfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A ledger while one event happens to it. The lines of the event are the differences between before and after, so they
 * say all of it, whatever the event did.
 */
final class LedgerDraft {
    private final Ledger before;
    private final LocalDate valueDate;
    private final PenaltyBasis basis;
    private final SortedMap<Integer, LedgerInstallment> cells = new TreeMap<>();
    private LedgerHead.CurrentPlan plan;
    private @Nullable PrepaymentMode mode;
    private @Nullable ReversedEvent reversed;

    private LedgerDraft(Ledger before, LocalDate valueDate) {
        this.before = before;
        this.valueDate = valueDate;
        this.basis = before.head().penaltyTerms().basis();
        this.plan = before.head().plan();
        before.installments().forEach(it -> cells.put(it.installmentNo(), it));
    }

    /** A draft as the ledger stands, without the penalty of the days since the last event. */
    static LedgerDraft of(Ledger ledger, LocalDate valueDate) {
        return new LedgerDraft(ledger, valueDate);
    }

    /** A draft with all penalty up to the value date. */
    static LedgerDraft accrued(Ledger ledger, LocalDate valueDate) {
        LedgerDraft draft = new LedgerDraft(ledger, valueDate);
        draft.accrue();
        return draft;
    }

    Ledger before() {
        return before;
    }

    LedgerHead head() {
        return before.head();
    }

    LocalDate valueDate() {
        return valueDate;
    }

    LedgerHead.CurrentPlan plan() {
        return plan;
    }

    List<LedgerInstallment> cells() {
        return List.copyOf(cells.values());
    }

    /** The installments that a re-plan may change, by number. */
    List<LedgerInstallment> upcoming() {
        return cells.values().stream().filter(it -> it.upcoming(valueDate)).toList();
    }

    LedgerInstallment cell(int installmentNo) {
        LedgerInstallment cell = cells.get(installmentNo);
        if (cell == null) {
            throw new IllegalStateException(
                    "Order " + head().orderNo() + " has no installment " + installmentNo + ": " + cells.keySet());
        }
        return cell;
    }

    /** Makes penalty up to the value date due. */
    void accrue() {
        PenaltyCalculator calculator = new PenaltyCalculator(head().penaltyTerms());
        cells.replaceAll((no, cell) -> cell.accruedTo(valueDate, calculator));
    }

    void due(int installmentNo, Component component, long fen) {
        LedgerInstallment cell = cell(installmentNo);
        cells.put(installmentNo, cell.changed(cell.due().with(component, fen), cell.settled(), valueDate, basis));
    }

    void settle(int installmentNo, Amounts amounts) {
        LedgerInstallment cell = cell(installmentNo);
        cells.put(installmentNo, cell.changed(cell.due(), cell.settled().plus(amounts), valueDate, basis));
    }

    /** Takes back what an event did here, as if what it settled never had been; what others settled stays due. */
    void restore(int installmentNo, Amounts due, Amounts settled, LocalDate settledOn) {
        LedgerInstallment cell = cell(installmentNo);
        Amounts nowSettled = cell.settled().minus(settled);
        Amounts nowDue = cell.due().minus(due);
        for (Component component : Component.values()) {
            nowDue = nowDue.with(component, Math.max(nowDue.of(component), nowSettled.of(component)));
        }
        cells.put(installmentNo, cell.restored(nowDue, nowSettled, settledOn, valueDate, basis));
    }

    /** Settles by the product's order among the installments chosen; returns what is left over, in fen. */
    long settle(long amountFen, Predicate<LedgerInstallment> chosen) {
        Waterfall.Application application = Waterfall.apply(
                cells.values().stream()
                        .filter(chosen)
                        .map(it -> new Waterfall.Open(it.installmentNo(), it.dueDate(), it.open()))
                        .toList(),
                amountFen,
                head().terms().waterfall(),
                valueDate);
        application.settled().forEach(it -> settle(it.installmentNo(), it.settled()));
        return application.excessFen();
    }

    /** Adds an installment of prepaid principal, due and settled at once. Numbers are never reused. */
    void addPrepayment(long principalFen) {
        int no = cells.lastKey() + 1;
        cells.put(no, LedgerInstallment.prepayment(no, valueDate, plan.version() + 1));
        Amounts principal = Amounts.ZERO.with(Component.PRINCIPAL, principalFen);
        due(no, Component.PRINCIPAL, principalFen);
        settle(no, principal);
    }

    /** From here on a new version of the plan holds. */
    void replanned(long installmentFen, PrepaymentMode how) {
        plan = new LedgerHead.CurrentPlan(plan.version() + 1, installmentFen);
        mode = how;
    }

    void reverses(LedgerEvent event) {
        reversed = new ReversedEvent(event.sequence(), event.kind());
    }

    long openFen() {
        return cells.values().stream().mapToLong(it -> it.open().total()).reduce(0, Math::addExact);
    }

    /** The event that all this was. */
    Posting post(EventKind kind, long suspenseFen) {
        List<MasterLine> lines = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        Amounts settled = Amounts.ZERO;
        for (LedgerInstallment cell : cells()) {
            LedgerInstallment was = before.installment(cell.installmentNo());
            MasterLine line = new MasterLine(
                    cell.installmentNo(),
                    was == null ? cell.due() : cell.due().minus(was.due()),
                    was == null ? cell.settled() : cell.settled().minus(was.settled()));
            settled = settled.plus(line.settled());
            if (was == null) {
                added.add(cell.installmentNo());
            }
            if (!line.empty()) {
                lines.add(line);
            }
            if (mode != null && changesPlan(line)) {
                cells.put(cell.installmentNo(), cell.planned(plan.version()));
            }
        }
        LedgerHead.Change change = new LedgerHead.Change(kind, reversed, valueDate, plan, settled.principalFen());
        boolean nothingOpen = cells.values().stream().allMatch(LedgerInstallment::cleared);
        return new Posting(
                new Ledger(head().after(change, nothingOpen), cells()),
                kind,
                List.copyOf(lines),
                List.copyOf(added),
                settled.total(),
                suspenseFen,
                mode,
                reversed);
    }

    private static boolean changesPlan(MasterLine line) {
        return line.due().principalFen() != 0 || line.due().interestFen() != 0;
    }
}
