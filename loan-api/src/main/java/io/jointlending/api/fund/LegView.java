package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One institution asked to fund an order.
 *
 * @param seat place in the scheme, 1, 2, …
 * @param institutionCode who was asked
 * @param lead true for the funder of last resort
 * @param amountFen amount asked for, in fen
 * @param status INIT, SENT, ACCEPTED, REJECTED, CANCELLING or CANCELLED
 * @param reason why it was rejected, or null
 */
public record LegView(
        Integer seat, String institutionCode, Boolean lead, Long amountFen, String status, @Nullable String reason)
        implements Serializable {}
