package io.jointlending.system.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;

/**
 * A Dubbo provider with nothing around it, for any Dubbo from 2.7 on: it uses only what all of them have. Everything comes
 * from system properties: {@code lab.name}, {@code lab.registry}, {@code lab.port}, {@code lab.protocols}; {@code
 * lab.delay} delays a further service, {@code lab.hidden} exports one that is never registered. Ends when its input ends.
 */
public final class LabProvider {
    private static final String NAME = System.getProperty("lab.name", "A");

    private LabProvider() {}

    /** A call is worked on by sleeping. */
    public static final class Worker implements WorkService {
        @Override
        public String work(int millis) {
            long receivedAt = System.currentTimeMillis();
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return NAME + " " + receivedAt;
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
        System.out.println("ready");
        System.out.flush();
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
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
