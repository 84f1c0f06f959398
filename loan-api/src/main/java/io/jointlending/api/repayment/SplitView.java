package io.jointlending.api.repayment;

import java.io.Serializable;
import java.util.List;

/**
 * How an event was split.
 *
 * @param orderNo master order
 * @param sequence place of the event among those of the order's ledger
 * @param splitPending true while the sub-orders do not exist yet
 * @param parts by seat; empty while it is not split, and for an event that settled nothing
 */
public record SplitView(String orderNo, Long sequence, Boolean splitPending, List<SplitPartView> parts)
        implements Serializable {}
