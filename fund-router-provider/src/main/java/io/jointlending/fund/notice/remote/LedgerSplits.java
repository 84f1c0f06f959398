package io.jointlending.fund.notice.remote;

import io.jointlending.api.repayment.RepaymentService;
import io.jointlending.api.repayment.SplitPartView;
import io.jointlending.api.repayment.SplitQuery;
import io.jointlending.api.repayment.SplitView;
import io.jointlending.fund.notice.domain.EventSplits;
import io.jointlending.support.remote.Remote;
import java.util.List;
import java.util.Optional;

/** Splits asked from repayment-provider. */
public final class LedgerSplits implements EventSplits {
    private final RepaymentService ledgers;

    /** This service. */
    public LedgerSplits(RepaymentService ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public Optional<List<Part>> find(String orderNo, long sequence) {
        SplitView view = Remote.call(() -> ledgers.findSplit(new SplitQuery(orderNo, sequence)));
        return view.splitPending()
                ? Optional.empty()
                : Optional.of(view.parts().stream().map(LedgerSplits::part).toList());
    }

    private static Part part(SplitPartView view) {
        return new Part(
                view.institutionCode(),
                view.seat(),
                view.settled().principalFen(),
                view.settled().interestFen(),
                view.settled().penaltyFen(),
                view.settled().feeFen());
    }
}
