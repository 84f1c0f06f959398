package io.jointlending.system.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;

/**
 * A Dubbo provider with nothing around it, for any Dubbo from 2.7 on: it uses only what all of them have. Everything comes
 * from system properties: {@code lab.name}, {@code lab.registry}, {@code lab.port}, {@code lab.protocols}; {@code
 * lab.delay} delays a further service, {@code lab.hidden} exports one that is never registered. A byte on its input ends the long calls that run. Ends when
 * its input ends.
 */
public final class LabProvider {
    /**
     * Property of Dubbo. Without it Dubbo looks for a free port from 20880 on before the first service has opened its own, and
     * of two processes that start at once one cannot tell callers what it offers.
     */
    static final String METADATA_PORT = "dubbo.application.metadata-service-port";

    private static final String NAME = System.getProperty("lab.name", "A");
    private static final int LONG_MILLIS = 1_000;
    private static volatile CountDownLatch release = new CountDownLatch(1);

    private LabProvider() {}

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A call is worked on by sleeping. Long ones are told: {@code begin} and {@code end}. */
    public static final class Worker implements WorkService {
        @Override
        public String work(int millis) {
            long receivedAt = System.currentTimeMillis();
            if (millis >= LONG_MILLIS) {
                say("begin");
            }
            try {
                take(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (millis >= LONG_MILLIS) {
                say("end");
            }
            return NAME + " " + receivedAt;
        }

        private static void take(int millis) throws InterruptedException {
            if (millis < LONG_MILLIS) {
                Thread.sleep(millis);
            } else if (release.await(millis, TimeUnit.MILLISECONDS)) {
                say("released");
            }
        }
    }

    /** Prints {@code ready} when everything is exported. */
    public static void main(String[] arguments) throws IOException {
        ApplicationConfig application = new ApplicationConfig("lab-provider");
        application.setQosEnable(Integer.getInteger("lab.qos", 0) > 0);
        application.setQosPort(Integer.getInteger("lab.qos", 0));
        RegistryConfig registry = new RegistryConfig(System.getProperty("lab.registry", ""));
        List<ProtocolConfig> protocols = new ArrayList<>();
        int port = Integer.getInteger("lab.port", 20880);
        for (String name : System.getProperty("lab.protocols", "dubbo").split(",", -1)) {
            protocols.add(new ProtocolConfig(name, port++));
        }
        export(application, registry, protocols, "", 0, true);
        export(application, registry, protocols, "second", 0, true);
        if (Boolean.getBoolean("lab.hidden")) {
            export(application, registry, protocols, "hidden", 0, false);
        }
        int delay = Integer.getInteger("lab.delay", 0);
        if (delay > 0) {
            export(application, registry, protocols, "late", delay, true);
        }
        say("ready");
        while (System.in.read() >= 0) {
            CountDownLatch waiting = release;
            release = new CountDownLatch(1);
            waiting.countDown();
        }
        System.exit(0);
    }

    @SuppressWarnings("deprecation") // the only way that Dubbo 2.7 and 3 share
    private static void export(
            ApplicationConfig application,
            RegistryConfig registry,
            List<ProtocolConfig> protocols,
            String group,
            int delayMillis,
            boolean register) {
        ServiceConfig<WorkService> service = new ServiceConfig<>();
        service.setId("work-" + group);
        service.setApplication(application);
        service.setRegistry(registry);
        service.setProtocols(protocols);
        service.setInterface(WorkService.class);
        service.setRef(new Worker());
        service.setVersion("1.0.0");
        if (!group.isEmpty()) {
            service.setGroup(group);
        }
        if (delayMillis > 0) {
            service.setDelay(delayMillis);
        }
        if (!register) {
            service.setRegister(false);
        }
        service.export();
    }
}
