package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.application.EnsureLedger;
import io.jointlending.support.idempotency.CommandKey;
import io.jointlending.support.idempotency.IdempotentCommands;
import io.jointlending.support.order.OrderNumbers;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books money already received, once per request number. */
public final class Repay {
    /** Name of the command in idempotency keys. */
    static final String OPERATION = "RepaymentService.repay";

    private static final Logger LOG = LoggerFactory.getLogger(Repay.class);

    private final EnsureLedger ensureLedger;
    private final OrderNumbers numbers;
    private final IdempotentCommands commands;
    private final PostRepayment postRepayment;

    /** Books through this posting. */
    public Repay(
            EnsureLedger ensureLedger, OrderNumbers numbers, IdempotentCommands commands, PostRepayment postRepayment) {
        this.ensureLedger = ensureLedger;
        this.numbers = numbers;
        this.commands = commands;
        this.postRepayment = postRepayment;
    }

    /** The booked repayment, or the stored one of the same request. Codes: A0541, A0542, A0543, A0409, A0425. */
    public RepaymentView run(RepayRequest request) {
        ensureLedger.run(request.orderNo());
        String repaymentNo = String.format(Locale.ROOT, "R%014d", numbers.nextNumber("repayment"));
        CommandKey key = CommandKey.of(OPERATION, request.requestNo());
        RepaymentView booked = commands.execute(
                key, request, RepaymentView.class, () -> postRepayment.run(request, key.caller(), repaymentNo));
        if (booked.repaymentNo().equals(repaymentNo)) {
            LOG.info(
                    "repayment booked orderNo={} repaymentNo={} sequence={} appliedFen={} suspenseFen={} settled={}",
                    booked.orderNo(),
                    repaymentNo,
                    booked.sequence(),
                    booked.appliedFen(),
                    booked.suspenseFen(),
                    booked.settled());
        }
        return booked;
    }
}
