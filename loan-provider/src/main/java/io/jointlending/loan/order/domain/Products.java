package io.jointlending.loan.order.domain;

import java.util.function.Supplier;

/**
 * Reads products of channel-admin-provider. The call is made at once, before any transaction; what it found, or the
 * refusal, comes out when the answer is used. So a command that was done before answers the same again even after its
 * product is gone or while the other provider is away.
 */
public interface Products {
    /** Asks for a product. The supplier refuses with A0521 or B0320. */
    Supplier<Product> read(String productCode);
}
