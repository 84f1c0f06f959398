package io.jointlending.fund.funding.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an institution says of a request.
 *
 * @param outcome what it says
 * @param reason why it refuses, otherwise null
 */
public record FundAnswer(Outcome outcome, @Nullable String reason) {
    /** The closed list that every institution's own words are mapped to. */
    public enum Outcome {
        /** It funds. Final. */
        ACCEPTED,
        /** It does not fund. Final. */
        REFUSED,
        /** It has the request and has not decided. */
        PROCESSING,
        /** It does not know the number. */
        UNKNOWN_NUMBER
    }

    /** It funds. */
    public static FundAnswer accepted() {
        return new FundAnswer(Outcome.ACCEPTED, null);
    }

    /** It does not fund. */
    public static FundAnswer refused(String reason) {
        return new FundAnswer(Outcome.REFUSED, reason);
    }

    /** It has not decided. */
    public static FundAnswer processing() {
        return new FundAnswer(Outcome.PROCESSING, null);
    }

    /** It does not know the number. */
    public static FundAnswer unknownNumber() {
        return new FundAnswer(Outcome.UNKNOWN_NUMBER, null);
    }
}
