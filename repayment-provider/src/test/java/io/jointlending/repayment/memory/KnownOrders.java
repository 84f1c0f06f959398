package io.jointlending.repayment.memory;

import io.jointlending.api.OrderQuery;
import io.jointlending.api.RequestNoQuery;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCode;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.loan.LoanOutRequest;
import io.jointlending.api.loan.LoanOutView;
import io.jointlending.api.loan.LoanService;
import io.jointlending.api.loan.MasterOrderView;
import io.jointlending.api.loan.OrderHistoryView;
import io.jointlending.api.loan.PlanView;
import io.jointlending.api.loan.SubmitLoanRequest;
import io.jointlending.api.message.MasterOrderActivated;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.dubbo.rpc.RpcException;

/** loan-provider as far as this provider asks it: the facts of active orders. */
public final class KnownOrders implements LoanService {
    private final Map<String, MasterOrderActivated> active = new ConcurrentHashMap<>();
    private final Map<String, ErrorCode> refused = new ConcurrentHashMap<>();
    private volatile boolean down;

    /** From now on the order is active there. */
    public void activate(MasterOrderActivated order) {
        active.put(order.orderNo(), order);
    }

    /** From now on questions for the order are answered with this code. */
    public void refuse(String orderNo, ErrorCode code) {
        refused.put(orderNo, code);
    }

    /** From now on nobody answers. */
    public void stop() {
        down = true;
    }

    @Override
    public RpcResult<MasterOrderActivated> findActivation(OrderQuery query) {
        if (down) {
            throw new RpcException("no provider available");
        }
        MasterOrderActivated order = active.get(query.orderNo());
        if (order != null) {
            return RpcResult.ok(order);
        }
        ErrorCode code = refused.getOrDefault(query.orderNo(), ErrorCodes.ORDER_NOT_FOUND);
        return RpcResult.refused(code, code.meaning(), "orderNo");
    }

    @Override
    public RpcResult<MasterOrderView> submit(SubmitLoanRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<MasterOrderView> querySubmitByRequestNo(RequestNoQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<LoanOutView> loanOut(LoanOutRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<LoanOutView> queryLoanOutByRequestNo(RequestNoQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<MasterOrderView> findOrder(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<PlanView> findPlan(OrderQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RpcResult<OrderHistoryView> findOrderHistory(OrderQuery query) {
        throw new UnsupportedOperationException();
    }
}
