package io.jointlending.api.message;

import java.io.Serializable;
import java.util.List;

/**
 * The final composition of a master order: who funds it, by which weights. Sent once per order.
 *
 * @param orderNo master order
 * @param schemeCode ratio scheme the composition came from
 * @param principalFen sum of the contributions in fen
 * @param shares by seat
 */
public record SubOrdersCreated(String orderNo, String schemeCode, Long principalFen, List<SubOrderShare> shares)
        implements Serializable {}
