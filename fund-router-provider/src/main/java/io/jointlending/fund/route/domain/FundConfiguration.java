package io.jointlending.fund.route.domain;

import java.util.List;
import java.util.Optional;

/**
 * Products, schemes and fund channels as they are configured now. Remote: never inside a transaction. Where the owner does not
 * answer, its last answer; a {@code Refusal} with B0320 where there is none.
 */
public interface FundConfiguration {
    /** Schemes that may fund a product, first choice first. A {@code Refusal} with A0521 where there is no such product. */
    List<String> schemesOf(String productCode);

    /** A ratio scheme. */
    Optional<Scheme> scheme(String code);

    /** The fund channel of an institution. */
    Optional<FundChannel> channel(String institutionCode);
}
