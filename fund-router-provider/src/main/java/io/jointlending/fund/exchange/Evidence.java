package io.jointlending.fund.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a call. It holds no personal data: sensitive values are replaced, and digests are of the sealed bytes.
 *
 * @param httpStatus status of the answer, or null
 * @param elapsedMs milliseconds the call took
 * @param maskedRequest the request as JSON, sensitive values replaced
 * @param maskedReply the verified reply as JSON, sensitive values replaced, or null
 * @param requestSha256 digest of the bytes that were sent, or null
 * @param replySha256 digest of the bytes that came, or null
 */
public record Evidence(
        @Nullable Integer httpStatus,
        long elapsedMs,
        String maskedRequest,
        @Nullable String maskedReply,
        @Nullable String requestSha256,
        @Nullable String replySha256) {}
