package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.api.repayment.WaiveRequest;
import io.jointlending.repayment.ledger.domain.Authority;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.Ledger;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.WaiverRule;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.money.Component;
import java.time.LocalDate;

/** Gives dues up, decided by two persons. */
public final class Waive {
    /** Name of the command in idempotency keys. */
    public static final String OPERATION = "RepaymentService.waive";

    private static final String LEAD = "LEAD";

    private final BookOnce bookOnce;

    /** Books through this. */
    public Waive(BookOnce bookOnce) {
        this.bookOnce = bookOnce;
    }

    /** The booked waiver. Codes: A0541, A0545, A0553, A0554, A0555, A0614, A0400, A0409, A0425. */
    public RepaymentView run(WaiveRequest request) {
        requireBearer(request.fundedBy());
        Authority authority = Decisions.twoPersons(request.operator(), request.approver(), request.reason());
        String component = request.component();
        WaiverRule rule =
                new WaiverRule(request.installmentNo(), component == null ? null : Component.valueOf(component));
        return bookOnce.run(
                OPERATION,
                request,
                EventCommand.decided(
                        request.orderNo(), request.requestNo(), request.valueDate(), Booking.ALL, authority),
                (ledger, valueDate) -> {
                    Decisions.requireVersion(ledger, request.ledgerVersion());
                    return PostEvent.Outcome.of(post(rule, ledger, request.amountFen(), valueDate));
                });
    }

    private static Posting post(WaiverRule rule, Ledger ledger, long amountFen, LocalDate valueDate) {
        long open = rule.openFen(ledger, valueDate);
        if (amountFen > open) {
            throw new Refusal(
                    ErrorCodes.WAIVER_ABOVE_OPEN,
                    amountFen + " fen cannot be waived, " + open + " fen are open on " + valueDate + ".",
                    "amountFen");
        }
        return rule.post(ledger, amountFen, valueDate);
    }

    /** A waiver of one institution alone would leave the sub-orders apart from the master order for ever. */
    private static void requireBearer(String fundedBy) {
        if (fundedBy.equals(LEAD)) {
            throw new Refusal(ErrorCodes.WAIVER_BEARER_UNSUPPORTED, "fundedBy");
        }
        if (!fundedBy.equals(Booking.ALL)) {
            throw new Refusal(
                    ErrorCodes.INVALID_REQUEST,
                    "A waiver is borne by ALL institutions, not by " + fundedBy + " alone.",
                    "fundedBy");
        }
    }
}
