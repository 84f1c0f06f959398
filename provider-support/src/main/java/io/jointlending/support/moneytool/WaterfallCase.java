package io.jointlending.support.moneytool;

import io.jointlending.support.money.Amounts;
import io.jointlending.support.money.Component;
import io.jointlending.support.money.Explanation;
import io.jointlending.support.money.Waterfall;
import io.jointlending.support.money.WaterfallOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Open installments as lists of one length, and an amount that settles them. */
final class WaterfallCase {
    private static final String DUE_DATES = "dueDates";

    private WaterfallCase() {}

    static Explanation explain(CaseFields fields) {
        long amount = fields.amount("repay");
        if (amount < 0) {
            throw new IllegalArgumentException("repay must not be negative, it is " + amount);
        }
        return Waterfall.explain(
                open(fields),
                amount,
                fields.choice("order", WaterfallOrder.class, WaterfallOrder.INSTALLMENT_FIRST),
                fields.date("date"));
    }

    private static List<Waterfall.Open> open(CaseFields fields) {
        List<LocalDate> dueDates = fields.dates(DUE_DATES);
        List<Amounts> amounts = new ArrayList<>();
        dueDates.forEach(date -> amounts.add(Amounts.ZERO));
        put(fields, "penalties", Component.PENALTY, amounts);
        put(fields, "fees", Component.FEE, amounts);
        put(fields, "interests", Component.INTEREST, amounts);
        put(fields, "principals", Component.PRINCIPAL, amounts);
        List<Waterfall.Open> open = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            open.add(new Waterfall.Open(i + 1, dueDates.get(i), amounts.get(i)));
        }
        return open;
    }

    private static void put(CaseFields fields, String name, Component component, List<Amounts> amounts) {
        if (!fields.has(name) && component != Component.PRINCIPAL) {
            return;
        }
        long[] fen = fields.amounts(name);
        if (fen.length != amounts.size()) {
            throw new IllegalArgumentException(
                    name + " must be as many as " + DUE_DATES + ", " + amounts.size() + ", they are " + fen.length);
        }
        for (int i = 0; i < fen.length; i++) {
            if (fen[i] < 0) {
                throw new IllegalArgumentException(name + " must not be negative, there is " + fen[i]);
            }
            amounts.set(i, amounts.get(i).with(component, fen[i]));
        }
    }
}
