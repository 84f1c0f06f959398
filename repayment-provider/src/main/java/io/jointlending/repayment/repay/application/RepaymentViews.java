package io.jointlending.repayment.repay.application;

import io.jointlending.api.repayment.RepaymentLineView;
import io.jointlending.api.repayment.RepaymentView;
import io.jointlending.repayment.ledger.application.LedgerViews;
import io.jointlending.repayment.ledger.domain.Booking;
import io.jointlending.repayment.ledger.domain.LedgerHead;
import io.jointlending.repayment.ledger.domain.LedgerStatus;
import io.jointlending.repayment.ledger.domain.Posting;
import io.jointlending.repayment.ledger.domain.SplitLine;
import io.jointlending.support.money.Amounts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Events as the contract shows them. Lines that only made penalty due are not shown: they settled nothing. */
final class RepaymentViews {
    private static final Comparator<SplitLine> BY_SEAT =
            Comparator.comparingInt((SplitLine line) -> line.seat().seat()).thenComparingInt(SplitLine::installmentNo);

    private RepaymentViews() {}

    static RepaymentView of(Booking booking, Posting posting, List<SplitLine> splitLines) {
        LedgerHead head = posting.after().head();
        Stream<RepaymentLineView> master = posting.lines().stream()
                .filter(line -> !line.settled().equals(Amounts.ZERO))
                .map(line -> new RepaymentLineView(line.installmentNo(), null, LedgerViews.of(line.settled())));
        Stream<RepaymentLineView> parts = splitLines.stream()
                .filter(line -> !line.settled().equals(Amounts.ZERO))
                .sorted(BY_SEAT)
                .map(line -> new RepaymentLineView(
                        line.installmentNo(), line.seat().institutionCode(), LedgerViews.of(line.settled())));
        return new RepaymentView(
                booking.repaymentNo(),
                booking.orderNo(),
                booking.sequence(),
                booking.amountFen(),
                booking.appliedFen(),
                booking.suspenseFen(),
                booking.valueDate(),
                head.status() != LedgerStatus.ACTIVE,
                !head.split(),
                posting.kind().name(),
                Stream.concat(master, parts).toList());
    }
}
