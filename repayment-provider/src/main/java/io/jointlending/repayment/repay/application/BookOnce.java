package io.jointlending.repayment.repay.application;

import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all commands that move a ledger do alike: the ledger is there, a number is given, and it is booked once. */
public final class BookOnce {
    private static final Logger LOG = LoggerFactory.getLogger(BookOnce.class);

    private final EnsureLedger ensureLedger;
    private final OrderNumbers numbers;
    private final IdempotentCommands commands;
    private final PostEvent postEvent;

    /** Books through this posting. */
    public BookOnce(EnsureLedger ensureLedger, OrderNumbers numbers, IdempotentCommands commands, PostEvent postEvent) {
        this.ensureLedger = ensureLedger;
        this.numbers = numbers;
        this.commands = commands;
        this.postEvent = postEvent;
    }

    /** Books a command, or answers as before. Codes: A0541, A0409, A0425 and those of {@link PostEvent}. */
    RepaymentView run(String operation, Object request, EventCommand command, PostEvent.Rule rule) {
        return run(operation, request, repaymentNo -> command, rule);
    }

    /** As above, for a command that carries the number of its event. */
    RepaymentView run(String operation, Object request, Function<String, EventCommand> command, PostEvent.Rule rule) {
        String repaymentNo = String.format(Locale.ROOT, "R%014d", numbers.nextNumber("repayment"));
        EventCommand numbered = command.apply(repaymentNo);
        CommandKey key = CommandKey.of(operation, numbered.requestNo());
        Supplier<RepaymentView> booking = () -> commands.execute(
                key, request, RepaymentView.class, () -> postEvent.run(numbered, key.caller(), repaymentNo, rule));
        RepaymentView booked = withLedger(numbered.orderNo(), booking);
        if (booked.repaymentNo().equals(repaymentNo)) {
            LOG.info(
                    "event booked kind={} orderNo={} repaymentNo={} sequence={} appliedFen={} suspenseFen={} settled={}",
                    booked.kind(),
                    booked.orderNo(),
                    repaymentNo,
                    booked.sequence(),
                    booked.appliedFen(),
                    booked.suspenseFen(),
                    booked.settled());
        }
        return booked;
    }

    /** Most orders have their ledger; only one that has none is asked for, outside the transaction. */
    private RepaymentView withLedger(String orderNo, Supplier<RepaymentView> booking) {
        try {
            return booking.get();
        } catch (Refusal refusal) {
            if (!refusal.code().equals(ErrorCodes.LEDGER_NOT_FOUND)) {
                throw refusal;
            }
        }
        ensureLedger.run(orderNo);
        return booking.get();
    }
}
