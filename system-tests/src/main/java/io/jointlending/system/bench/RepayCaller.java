package io.jointlending.system.bench;

import io.jointlending.api.RpcResult;
import io.jointlending.api.repayment.RepayRequest;
import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.RepaymentView;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Repays a few fen on one of its own orders after the other, over Dubbo. */
final class RepayCaller implements Load.Caller {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final long LEAST_FEN = 100;
    private static final long SPREAD_FEN = 900;

    private final RepaymentService service;
    private final List<String> orders;
    private final String run;
    private int next;

    RepayCaller(RepaymentService service, List<String> orders, String run) {
        this.service = service;
        this.orders = orders;
        this.run = run;
    }

    @Override
    public boolean once() {
        long number = NUMBER.incrementAndGet();
        String requestNo = run + "-" + number;
        String order = orders.get(next);
        next = (next + 1) % orders.size();
        RpcResult<RepaymentView> answer = service.repay(
                new RepayRequest(requestNo, order, LEAST_FEN + number % SPREAD_FEN, requestNo, null, null));
        if (!answer.success()) {
            throw new IllegalStateException("repay of " + order + " answered " + answer);
        }
        return true;
    }
}
