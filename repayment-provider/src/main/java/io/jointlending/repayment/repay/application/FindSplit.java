package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.SplitPartView;
import io.jointlending.api.repayment.SplitView;
import io.jointlending.repayment.ledger.application.LedgerViews;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of each institution in an event, over all its installments. */
public final class FindSplit {
    private final Ledgers ledgers;

    /** Of these ledgers. */
    public FindSplit(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Refuses with A0541. */
    public SplitView run(String orderNo, long sequence) {
        LedgerHead head = ledgers.find(orderNo)
                .orElseThrow(() -> new Refusal(ErrorCodes.LEDGER_NOT_FOUND, "orderNo"))
                .head();
        Map<Seat, Amounts> parts = new TreeMap<>(Comparator.comparingInt(Seat::seat));
        for (SplitLine line : ledgers.splitLines(orderNo, sequence)) {
            parts.merge(line.seat(), line.settled(), Amounts::plus);
        }
        List<SplitPartView> views = new ArrayList<>();
        parts.forEach((seat, settled) -> {
            if (!settled.equals(Amounts.ZERO)) {
                views.add(new SplitPartView(seat.institutionCode(), seat.seat(), LedgerViews.of(settled)));
            }
        });
        return new SplitView(orderNo, sequence, !head.split(), views);
    }
}
