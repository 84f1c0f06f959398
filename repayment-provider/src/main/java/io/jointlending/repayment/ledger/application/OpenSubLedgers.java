package io.jointlending.repayment.ledger.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.message.SubOrderShare;
import io.jointlending.api.message.SubOrdersCreated;
import io.jointlending.repayment.ledger.domain.Composition;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.LedgerEvent;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.Ledgers;
import io.jointlending.repayment.ledger.domain.ReversedEvent;
import io.jointlending.repayment.ledger.domain.Seat;
import io.jointlending.repayment.ledger.domain.Split;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.repayment.ledger.domain.SubLedgers;
import io.jointlending.repayment.ledger.messaging.LedgerMessages;
import io.jointlending.support.consume.NotYet;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.outbox.Outbox;
import io.jointlending.support.time.BusinessCalendar;
import io.jointlending.support.tx.Transactions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the ledgers of the sub-orders from the final composition. Repayments that came before are replayed one by one in
 * sequence, never as their sum, so that the split is the same as if the sub-orders had been there from the start.
 */
public final class OpenSubLedgers {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSubLedgers.class);
    private static final int EVENTS_PER_READ = 200;

    private final Ledgers ledgers;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessCalendar calendar;

    /** Opens in these ledgers. */
    public OpenSubLedgers(Ledgers ledgers, Transactions transactions, Outbox outbox, BusinessCalendar calendar) {
        this.ledgers = ledgers;
        this.transactions = transactions;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    /**
     * Opens the sub-ledgers if the order has none. {@link NotYet} while the ledger itself is not open; a {@link Refusal}
     * for a composition that does not fund the order.
     */
    public void run(SubOrdersCreated created) {
        transactions.inTransaction(() -> {
            Ledger ledger = ledgers.lock(created.orderNo())
                    .orElseThrow(() -> new NotYet("no ledger of order " + created.orderNo()));
            if (!ledger.head().split()) {
                open(ledger, composition(created, ledger.head()));
            }
        });
    }

    private void open(Ledger ledger, Composition composition) {
        LedgerHead before = ledger.head();
        requireLeadPaid(composition, before);
        List<LedgerEvent> events = events(before);
        SubLedgers opened = SubLedgers.open(composition, ledger, events);
        SubLedgers subLedgers = replay(ledger, events, opened);
        subLedgers.requireWhole(ledger);
        LedgerHead after = ledger.headAfterSplit();
        ledgers.openSubLedgers(before, after, ledger, subLedgers);
        if (after.settledAnnounced()) {
            outbox.add(LedgerMessages.settled(after));
        }
        LOG.info(
                "sub-ledgers opened orderNo={} institutions={} replayedEvents={}",
                before.orderNo(),
                composition.size(),
                before.lastSequence());
    }

    /** Configuration refuses such rates with the same code; here nothing is opened of what came around it. */
    private static void requireLeadPaid(Composition composition, LedgerHead head) {
        BigDecimal rate = head.terms().annualRate();
        if (composition.leadLoses(rate)) {
            throw new Refusal(
                    ErrorCodes.OWN_RATES_TOO_HIGH,
                    "Order " + head.orderNo() + " at " + rate.toPlainString() + " a year leaves the lead nothing of "
                            + composition.seats(),
                    "shares");
        }
    }

    private List<LedgerEvent> events(LedgerHead head) {
        List<LedgerEvent> all = new ArrayList<>();
        long sequence = 0;
        while (sequence < head.lastSequence()) {
            List<LedgerEvent> events = ledgers.events(head.orderNo(), sequence, EVENTS_PER_READ);
            if (events.isEmpty()) {
                throw new IllegalStateException("Order " + head.orderNo() + " has no event after " + sequence
                        + ", the last one is " + head.lastSequence());
            }
            all.addAll(events);
            sequence = events.get(events.size() - 1).sequence();
        }
        return all;
    }

    private SubLedgers replay(Ledger ledger, List<LedgerEvent> events, SubLedgers opened) {
        SubLedgers subLedgers = opened;
        LocalDate bookingDate = ledgers.holdBookingDay(calendar.today());
        Map<Long, List<SplitLine>> lines = new HashMap<>();
        for (LedgerEvent event : events) {
            ReversedEvent reversed = event.reversed();
            Split split = subLedgers.split(
                    event, ledger, reversed == null ? List.of() : lines.getOrDefault(reversed.sequence(), List.of()));
            ledgers.addLateSplitLines(ledger.head(), event, bookingDate, split.lines());
            lines.put(event.sequence(), split.lines());
            subLedgers = split.after();
        }
        return subLedgers;
    }

    private static Composition composition(SubOrdersCreated created, LedgerHead head) {
        try {
            return Composition.of(
                    created.shares().stream().map(OpenSubLedgers::seat).toList(), head.principalFen());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "order " + created.orderNo() + " over " + head.principalFen() + " fen: " + e.getMessage(),
                    "shares");
        }
    }

    private static Seat seat(SubOrderShare share) {
        return new Seat(
                share.subOrderNo(),
                share.seat(),
                share.institutionCode(),
                share.lead(),
                share.weight(),
                share.contributionFen(),
                share.ownAnnualRate());
    }
}
