package io.jointlending.api.fund;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A scheme that a rule names.
 *
 * @param schemeCode scheme
 * @param result CHOSEN, USABLE, DEMOTED (tried after the others) or SKIPPED
 * @param reason why it is skipped or demoted: NO_SCHEME, EXCLUDED_FUND, NO_CHANNEL, PAUSED, CLOSED_HOURS, WINDOW, ACCEPT,
 *     SHARE_RANGE, QUOTA_MISSING, QUOTA_SEEN_FULL, QUOTA_TAKEN or BREAKER_OPEN; null otherwise
 * @param institutionCode institution that is the reason, or null
 * @param detail more of the reason, such as the fact that is not accepted, or null
 */
public record CandidateView(
        String schemeCode,
        String result,
        @Nullable String reason,
        @Nullable String institutionCode,
        @Nullable String detail)
        implements Serializable {}
