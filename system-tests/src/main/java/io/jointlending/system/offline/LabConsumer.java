package io.jointlending.system.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;

/**
 * A Dubbo consumer that calls all the time: {@code lab.callers} threads with short calls; a line {@code long COUNT MILLIS} on
 * its input makes so many calls of that length, all at once. Prints every failed call as {@code FAIL millis text}, and every
 * 100 ms a line {@code SEEN calls failed longCallsRunning instance=lastReceivedAt ...}. Ends when its input ends.
 */
public final class LabConsumer {
    private static final int SHORTEST_MILLIS = 5;
    private static final int LONGEST_MILLIS = 15;
    private static final int PRINT_MILLIS = 100;
    private static final int PAUSE_MILLIS = 10;
    private static final int TIMEOUT_MILLIS = 180_000;

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong longRunning = new AtomicLong();
    private final Map<String, Long> lastReceivedAt = new ConcurrentHashMap<>();

    private LabConsumer() {}

    /** Calls until the input ends. */
    public static void main(String[] arguments) throws IOException {
        ApplicationConfig application = new ApplicationConfig("lab-consumer");
        application.setQosEnable(false);
        application.setShutwait(System.getProperty("lab.shutwait", "15000"));
        RegistryConfig registry = new RegistryConfig(System.getProperty("lab.registry", ""));
        LabConsumer load = new LabConsumer();
        WorkService first = service(application, registry, "");
        load.callAllTheTime(first);
        load.callAllTheTime(service(application, registry, "second"));
        Thread printer = new Thread(load::print, "printer");
        printer.setDaemon(true);
        printer.start();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", -1);
            load.callLong(first, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        }
        Runtime.getRuntime().halt(0);
    }

    @SuppressWarnings("deprecation") // the only way that Dubbo 2.7 and 3 share
    private static WorkService service(ApplicationConfig application, RegistryConfig registry, String group) {
        ReferenceConfig<WorkService> reference = new ReferenceConfig<>();
        reference.setApplication(application);
        reference.setRegistry(registry);
        reference.setInterface(WorkService.class);
        reference.setVersion("1.0.0");
        if (!group.isEmpty()) {
            reference.setGroup(group);
        }
        // without a metadata centre nobody tells which application offers an interface
        reference.setProvidedBy("lab-provider");
        reference.setRetries(0);
        reference.setTimeout(TIMEOUT_MILLIS);
        reference.setCheck(false);
        String protocol = System.getProperty("lab.protocol", "");
        if (!protocol.isEmpty()) {
            reference.setProtocol(protocol);
        }
        return reference.get();
    }

    private void callAllTheTime(WorkService service) {
        for (int i = 0; i < Integer.getInteger("lab.callers", 0); i++) {
            start(() -> {
                while (true) {
                    call(service, ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
                    Thread.sleep(PAUSE_MILLIS);
                }
            });
        }
    }

    private void callLong(WorkService service, int count, int millis) {
        longRunning.addAndGet(count);
        for (int i = 0; i < count; i++) {
            start(() -> {
                call(service, millis);
                longRunning.decrementAndGet();
                return millis;
            });
        }
    }

    private static void start(Callable<?> work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.call();
                    } catch (Exception e) { // the thread's end; an error of the calls themselves does not come here
                        say("FAIL 0 " + e);
                    }
                },
                "caller");
        thread.setDaemon(true);
        thread.start();
    }

    private void call(WorkService service, int millis) {
        long begun = System.currentTimeMillis();
        try {
            String[] answer = service.work(millis).split(" ", -1);
            lastReceivedAt.merge(answer[0], Long.valueOf(answer[1]), Math::max);
            calls.incrementAndGet();
        } catch (RuntimeException e) { // the owner of a loop: what failed is the result
            failed.incrementAndGet();
            say("FAIL " + begun + " " + e.toString().replace('\n', ' '));
        }
    }

    private void print() {
        while (true) {
            StringBuilder line =
                    new StringBuilder("SEEN " + calls.get() + " " + failed.get() + " " + longRunning.get());
            new TreeMap<>(lastReceivedAt)
                    .forEach((instance, at) ->
                            line.append(' ').append(instance).append('=').append(at));
            say(line.toString());
            try {
                Thread.sleep(PRINT_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
