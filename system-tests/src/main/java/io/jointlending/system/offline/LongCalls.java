package io.jointlending.system.offline;

import io.jointlending.system.client.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Long calls from a consumer, which sends them to whomever it chooses. */
final class LongCalls {
    private LongCalls() {}

    /**
     * Sends some at once and then one more each time until one runs in the target; returns when all have begun. Those of a
     * fixed number can all go elsewhere: callers choose by chance, and may not know the target yet.
     *
     * @param providers all that may be chosen
     * @param atOnce how many at first
     */
    static void reach(
            LabProcess target,
            List<LabProcess> providers,
            LabProcess consumer,
            int atOnce,
            int millis,
            Duration limit) {
        int before = begun(providers);
        AtomicInteger sent = new AtomicInteger(atOnce);
        consumer.say("long " + atOnce + " " + millis);
        Await.until("a long call runs in the target", limit, () -> {
            boolean allBegun = begun(providers) - before == sent.get();
            if (allBegun && target.longCalls() == 0) {
                sent.incrementAndGet();
                consumer.say("long 1 " + millis);
                return false;
            }
            return allBegun;
        });
    }

    private static int begun(List<LabProcess> providers) {
        return providers.stream().mapToInt(LabProcess::longCallsBegun).sum();
    }
}
