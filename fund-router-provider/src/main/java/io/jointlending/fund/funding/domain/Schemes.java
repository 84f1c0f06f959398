package io.jointlending.fund.funding.domain;

import org.jspecify.annotations.Nullable;

/** Ratio schemes as they are configured now. Remote: never inside a transaction. */
public interface Schemes {
    /**
     * The scheme the order asked for, or else the product's first choice. A {@code Refusal} with A0521 or A0525 where
     * there is none, with B0320 when nobody answers.
     */
    Scheme find(String productCode, @Nullable String askedSchemeCode);
}
