package io.jointlending.support.wiring;

import io.jointlending.support.outbox.OutboxRelay;
import io.jointlending.support.task.Pausable;
import io.jointlending.support.task.PausableMBean;
import io.jointlending.support.task.PausableWork;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Lets the graceful-shutdown agent pause consumers, timers, sweepers and, when they are done, the outbox relay. */
final class PausableBeans implements AutoCloseable {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> names = new ArrayList<>();

    PausableBeans(PausableWork work) {
        for (Pausable part : work.parts()) {
            // several contexts in one JVM, as in tests, have parts of the same name
            String name = "io.jointlending.agent:type=Pausable,phase="
                    + (part instanceof OutboxRelay ? "outlet" : "intake")
                    + ",instance=" + Integer.toHexString(System.identityHashCode(work))
                    + ",name=" + ObjectName.quote(part.name());
            try {
                ObjectName objectName = new ObjectName(name);
                server.registerMBean(new StandardMBean(new Seen(part), PausableMBean.class), objectName);
                names.add(objectName);
            } catch (JMException e) {
                throw new IllegalStateException("cannot register " + name, e);
            }
        }
    }

    private record Seen(Pausable part) implements PausableMBean {
        @Override
        public void pause() {
            part.pause();
        }

        @Override
        public void resume() {
            part.resume();
        }

        @Override
        public boolean isQuiet() {
            return part.quiet();
        }
    }

    List<ObjectName> names() {
        return List.copyOf(names);
    }

    @Override
    public void close() {
        for (ObjectName name : names) {
            try {
                if (server.isRegistered(name)) {
                    server.unregisterMBean(name);
                }
            } catch (JMException e) {
                throw new IllegalStateException("cannot unregister " + name, e);
            }
        }
        names.clear();
    }
}
