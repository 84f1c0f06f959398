package io.jointlending.support.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which money settles what is open (冲账顺序): past due, then due, then in advance, which is the oldest due
 * date first; ties by installment number; inside an installment penalty, fee, interest, principal.
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

    /** Lets an amount run over what is open. */
    public static Application apply(List<Open> open, long amountFen) {
        long left = amountFen;
        List<Settled> settled = new ArrayList<>();
        for (Open installment : open.stream().sorted(OLDEST_FIRST).toList()) {
            Amounts here = Amounts.ZERO;
            for (Component component : Component.values()) {
                long fen = Math.min(left, installment.open().of(component));
                here = here.with(component, fen);
                left -= fen;
            }
            if (!here.equals(Amounts.ZERO)) {
                settled.add(new Settled(installment.installmentNo(), here));
            }
        }
        return new Application(List.copyOf(settled), left);
    }
}
