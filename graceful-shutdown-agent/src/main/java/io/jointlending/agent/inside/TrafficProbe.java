package io.jointlending.agent.inside;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Requests of others in this JVM. The pools of Dubbo count them exactly, unless a service answers later from a thread of
 * its own; where Dubbo has other pools, the stacks of all threads are looked at.
 */
final class TrafficProbe {
    private static final String INVOKER = "org.apache.dubbo.rpc.proxy.AbstractProxyInvoker";

    /** One look. */
    static final class Sample {
        final String probe;
        final int inFlight;
        /** Changes with every request. */
        final long marker;

        Sample(String probe, int inFlight, long marker) {
            this.probe = probe;
            this.inFlight = inFlight;
            this.marker = marker;
        }
    }

    Sample look(List<DubboApplication> applications) {
        int inFlight = 0;
        long marker = 0;
        int pools = 0;
        boolean countable = true;
        for (DubboApplication application : applications) {
            for (ExecutorService pool : application.providerPools()) {
                pools++;
                if (pool instanceof ThreadPoolExecutor) {
                    ThreadPoolExecutor threads = (ThreadPoolExecutor) pool;
                    inFlight += threads.getActiveCount() + threads.getQueue().size();
                    marker += threads.getTaskCount();
                } else {
                    countable = false;
                }
            }
            marker += lastInvocation(application);
        }
        if (pools > 0 && countable) {
            return new Sample("POOLS", inFlight, marker);
        }
        int seen = onStacks();
        return new Sample("STACKS", Math.max(seen, inFlight), marker);
    }

    /** Milliseconds of the last start of a request, where this Dubbo notes it (3.2 and later). */
    private static long lastInvocation(DubboApplication application) {
        long last = 0;
        for (Object provider : application.providerModels()) {
            Object time = Mirror.field(provider, "lastInvokeTime").orElse(0L);
            if (time instanceof Long) {
                last = Math.max(last, (Long) time);
            }
        }
        return last;
    }

    private static int onStacks() {
        int running = 0;
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            for (StackTraceElement frame : thread.getValue()) {
                if (frame.getClassName().equals(INVOKER)) {
                    running++;
                    break;
                }
            }
        }
        return running;
    }
}
