package io.jointlending.loan.order.domain;

import org.jspecify.annotations.Nullable;

/**
 * Knows the channels (渠道) that borrowers come by. As with {@link Products}, the call is made at once, before any transaction, and
 * the refusal comes out when the answer is used.
 */
public interface Channels {
    /**
     * Asks for a channel, null for an order that names none. The answer refuses, when it is run, with A0623, A0624 unless it is
     * enabled, A0630 where orders must name one, or B0320.
     */
    Runnable read(@Nullable String channelCode);
}
