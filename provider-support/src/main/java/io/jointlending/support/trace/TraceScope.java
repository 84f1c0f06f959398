package io.jointlending.support.trace;

import io.jointlending.api.runtime.CurrentTrace;
import io.jointlending.api.runtime.TraceParent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * While it is open, the thread works for one trace: calls and messages carry it, and log lines show {@code traceId} and
 * the numbers of the request or message.
 */
public final class TraceScope implements AutoCloseable {
    private final TraceParent trace;
    private final @Nullable TraceParent outerTrace;
    private final @Nullable Map<String, String> outerFacts;

    private TraceScope(TraceParent trace) {
        this.trace = trace;
        this.outerTrace = CurrentTrace.get();
        this.outerFacts = MDC.getCopyOfContextMap();
    }

    /**
     * Opens a step of the given trace, or a new trace where there is none.
     *
     * @param traceparent header of the caller or message; malformed ones are ignored
     * @param subject request or message record whose numbers the log shows, or null
     */
    public static TraceScope open(@Nullable String traceparent, @Nullable Object subject) {
        TraceParent parent = TraceParent.parse(traceparent);
        TraceScope scope = new TraceScope(parent == null ? TraceParent.start() : parent.child());
        CurrentTrace.set(scope.trace);
        MDC.put("traceId", scope.trace.traceId());
        RecordFacts.of(subject).forEach(MDC::put);
        return scope;
    }

    /** The number to name when asking about this work. */
    public String traceId() {
        return trace.traceId();
    }

    @Override
    public void close() {
        CurrentTrace.set(outerTrace);
        if (outerFacts == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(outerFacts);
        }
    }
}
