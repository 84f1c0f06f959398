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

    /** Lets an amount run over what is open, oldest installment first. */
    public static Application apply(List<Open> open, long amountFen) {
        return run(open.stream().sorted(OLDEST_FIRST).map(List::of).toList(), amountFen);
    }

    /**
     * Lets an amount run over what is open in a product's order.
     *
     * @param order component by component only among installments of one standing: what is past due always comes before
     *     what is due, and that before what is in advance
     * @param day that says which standing an installment has
     */
    public static Application apply(List<Open> open, long amountFen, WaterfallOrder order, LocalDate day) {
        if (order == WaterfallOrder.INSTALLMENT_FIRST) {
            return apply(open, amountFen);
        }
        Map<Standing, List<Open>> groups = new EnumMap<>(Standing.class);
        open.stream().sorted(OLDEST_FIRST).forEach(it -> groups.computeIfAbsent(
                        Standing.of(it.dueDate(), day), standing -> new ArrayList<>())
                .add(it));
        return run(List.copyOf(groups.values()), amountFen);
    }

    /** Group by group; inside a group component by component. */
    private static Application run(List<List<Open>> groups, long amountFen) {
        long left = amountFen;
        Map<Integer, Amounts> settled = new LinkedHashMap<>();
        for (List<Open> group : groups) {
            for (Component component : Component.values()) {
                for (Open installment : group) {
                    long fen = Math.min(left, installment.open().of(component));
                    left -= fen;
                    if (fen > 0) {
                        settled.merge(installment.installmentNo(), Amounts.ZERO.with(component, fen), Amounts::plus);
                    }
                }
            }
        }
        List<Settled> lines = new ArrayList<>();
        settled.forEach((installmentNo, amounts) -> lines.add(new Settled(installmentNo, amounts)));
        return new Application(List.copyOf(lines), left);
    }
}
