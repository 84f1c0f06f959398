package io.jointlending.fund.notice.domain;

import java.util.List;
import java.util.Optional;

/** How events were split, as the ledger knows it. Remote: never inside a transaction. */
public interface EventSplits {
    /** The parts of an event; empty while it is not split. A {@code Refusal} with B0320 when nobody answers. */
    Optional<List<Part>> find(String orderNo, long sequence);

    /** What an institution's part settled, in fen; negative in a reversal. */
    record Part(String institutionCode, int seat, long principalFen, long interestFen, long penaltyFen, long feeFen) {}
}
