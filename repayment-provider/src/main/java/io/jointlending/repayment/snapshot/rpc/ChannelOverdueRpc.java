package io.jointlending.repayment.snapshot.rpc;

import io.jointlending.api.RpcResult;
import io.jointlending.api.report.ChannelOverdueQuery;
import io.jointlending.api.report.ChannelOverdueService;
import io.jointlending.api.report.ChannelOverdueView;
import io.jointlending.api.report.DayOverdueQuery;
import io.jointlending.repayment.snapshot.application.FindOverdue;

/** The door for what is overdue by channel. */
public final class ChannelOverdueRpc implements ChannelOverdueService {
    private final FindOverdue find;

    /** One use case. */
    public ChannelOverdueRpc(FindOverdue find) {
        this.find = find;
    }

    @Override
    public RpcResult<ChannelOverdueView> findChannelOverdue(ChannelOverdueQuery query) {
        return RpcResult.ok(find.ofChannel(query));
    }

    @Override
    public RpcResult<ChannelOverdueView> findDayOverdue(DayOverdueQuery query) {
        return RpcResult.ok(find.ofDay(query));
    }
}
