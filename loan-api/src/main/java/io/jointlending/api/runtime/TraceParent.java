package io.jointlending.api.runtime;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: {@code 00-<32 hex trace id>-<16 hex span id>-<2 hex flags>}. Travels as the RPC attachment and the
 * message header {@code traceparent}.
 *
 * @param traceId 32 hex digits, the same for all work that one outside call causes
 * @param spanId 16 hex digits, this step
 * @param flags 01 when sampled
 */
public record TraceParent(String traceId, String spanId, String flags) {
    /** Name of the RPC attachment and message header. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORMAT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    /** Reads a header; null when it is absent or malformed. */
    public static @Nullable TraceParent parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var matcher = FORMAT.matcher(header);
        return matcher.matches() ? new TraceParent(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    /** A new trace. */
    public static TraceParent start() {
        return new TraceParent(hex(2), hex(1), "01");
    }

    /** A new step of the same trace. */
    public TraceParent child() {
        return new TraceParent(traceId, hex(1), flags);
    }

    /** The header value. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String hex(int longs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < longs; i++) {
            // zero is not a valid id
            text.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
        }
        return text.toString();
    }
}
