package io.jointlending.support.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which money settles what is open (冲账顺序): past due, then due, then in advance, which is the oldest due
 * date first; ties by installment number; inside an installment penalty, fee, interest, principal. A product may choose
 * another {@link WaterfallOrder}.
 */
public final class Waterfall {
    private static final Comparator<Open> OLDEST_FIRST =
            Comparator.comparing(Open::dueDate).thenComparingInt(Open::installmentNo);

    private Waterfall() {}

    /**
     * What is open of one installment.
     *
     * @param installmentNo installment
     * @param dueDate Asia/Shanghai
     * @param open not negative
     */
    public record Open(int installmentNo, LocalDate dueDate, Amounts open) {}

    /**
     * What is settled at one installment.
     *
     * @param installmentNo installment
     * @param settled more than nothing
     */
    public record Settled(int installmentNo, Amounts settled) {}

    /**
     * Where an amount goes.
     *
     * @param settled in the order of settling
     * @param excessFen beyond everything open, in fen
     */
    public record Application(List<Settled> settled, long excessFen) {}

    /** What happens to one component of one installment, in the order of settling. */
    @FunctionalInterface
    private interface Step {
        void at(Open installment, Component component, long fen);
    }

    /** Lets an amount run over what is open, oldest installment first. */
    public static Application apply(List<Open> open, long amountFen) {
        return application(installmentFirst(open), amountFen);
    }

    /**
     * Lets an amount run over what is open in a product's order.
     *
     * @param order component by component only among installments of one standing: what is past due always comes before
     *     what is due, and that before what is in advance
     * @param day that says which standing an installment has
     */
    public static Application apply(List<Open> open, long amountFen, WaterfallOrder order, LocalDate day) {
        return application(groups(open, order, day), amountFen);
    }

    /** The working-out of {@link #apply(List, long, WaterfallOrder, LocalDate)}. */
    public static Explanation explain(List<Open> open, long amountFen, WaterfallOrder order, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        long[] left = {amountFen};
        run(groups(open, order, day), amountFen, (installment, component, fen) -> {
            left[0] -= fen;
            rows.add(List.of(
                    String.valueOf(installment.installmentNo()),
                    installment.dueDate().toString(),
                    Standing.of(installment.dueDate(), day).name(),
                    component.name(),
                    String.valueOf(installment.open().of(component)),
                    String.valueOf(fen),
                    String.valueOf(left[0])));
        });
        return new Explanation(
                amountFen + " fen on " + day + ", " + order,
                List.of(
                        order == WaterfallOrder.INSTALLMENT_FIRST
                                ? "oldest due date first; inside an installment penalty, fee, interest, principal"
                                : "past due, then due, then in advance; inside each all penalties, fees, interest, principal,"
                                        + " oldest due date first",
                        "beyond everything open: " + left[0] + " fen"),
                List.of("no", "due", "standing", "component", "open", "settled", "left"),
                rows);
    }

    private static List<List<Open>> installmentFirst(List<Open> open) {
        return open.stream().sorted(OLDEST_FIRST).map(List::of).toList();
    }

    private static List<List<Open>> groups(List<Open> open, WaterfallOrder order, LocalDate day) {
        if (order == WaterfallOrder.INSTALLMENT_FIRST) {
            return installmentFirst(open);
        }
        Map<Standing, List<Open>> groups = new EnumMap<>(Standing.class);
        open.stream().sorted(OLDEST_FIRST).forEach(it -> groups.computeIfAbsent(
                        Standing.of(it.dueDate(), day), standing -> new ArrayList<>())
                .add(it));
        return List.copyOf(groups.values());
    }

    private static Application application(List<List<Open>> groups, long amountFen) {
        Map<Integer, Amounts> settled = new LinkedHashMap<>();
        long left = run(groups, amountFen, (installment, component, fen) -> {
            if (fen > 0) {
                settled.merge(installment.installmentNo(), Amounts.ZERO.with(component, fen), Amounts::plus);
            }
        });
        List<Settled> lines = new ArrayList<>();
        settled.forEach((installmentNo, amounts) -> lines.add(new Settled(installmentNo, amounts)));
        return new Application(List.copyOf(lines), left);
    }

    /** Group by group; inside a group component by component; steps over what has nothing open. Returns what is left. */
    private static long run(List<List<Open>> groups, long amountFen, Step step) {
        long left = amountFen;
        for (List<Open> group : groups) {
            for (Component component : Component.values()) {
                for (Open installment : group) {
                    long open = installment.open().of(component);
                    if (open > 0) {
                        long fen = Math.min(left, open);
                        left -= fen;
                        step.at(installment, component, fen);
                    }
                }
            }
        }
        return left;
    }
}
