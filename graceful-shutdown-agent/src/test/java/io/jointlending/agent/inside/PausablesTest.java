package io.jointlending.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PausablesTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> names = new ArrayList<>();
    private final List<String> acts = new ArrayList<>();
    private final Set<String> errors = new LinkedHashSet<>();
    private final Pausables pausables = new Pausables();

    /** The hook, as any application can write it. */
    public interface Hook {
        void pause();

        void resume();

        boolean isQuiet();
    }

    private final class Part implements Hook {
        private final String name;
        private volatile boolean quiet;
        private volatile boolean broken;

        private Part(String name) {
            this.name = name;
        }

        @Override
        public void pause() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            acts.add("pause " + name);
        }

        @Override
        public void resume() {
            acts.add("resume " + name);
        }

        @Override
        public boolean isQuiet() {
            return quiet;
        }
    }

    @AfterEach
    void unregister() throws JMException {
        for (ObjectName name : names) {
            server.unregisterMBean(name);
        }
    }

    @Test
    void what_sends_rests_only_when_no_call_runs_and_everything_else_is_quiet() throws JMException {
        Part consumer = register("intake", "consumer");
        Part outbox = register("outlet", "outbox");
        pausables.pause(false, errors);
        pausables.pause(true, errors);
        assertThat(acts).as("the consumer is still busy").containsExactly("pause consumer");
        assertThat(pausables.quiet(false, errors)).isFalse();
        consumer.quiet = true;
        assertThat(pausables.quiet(false, errors)).isTrue();
        assertThat(pausables.quiet(true, errors)).isFalse();
        pausables.pause(true, errors);
        outbox.quiet = true;
        assertThat(pausables.quiet(true, errors)).isTrue();
        pausables.resume(errors);
        assertThat(acts).containsExactly("pause consumer", "pause outbox", "resume outbox", "resume consumer");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_broken_one_is_named_and_tried_again() throws JMException {
        Part broken = register("intake", "broken");
        broken.broken = true;
        pausables.pause(false, errors);
        assertThat(errors).anyMatch(error -> error.contains("pause of broken"));
        assertThat(pausables.quiet(true, errors)).isFalse();
        broken.broken = false;
        broken.quiet = true;
        pausables.pause(false, errors);
        assertThat(pausables.quiet(true, errors)).isTrue();
    }

    private Part register(String phase, String name) throws JMException {
        Part part = new Part(name);
        ObjectName objectName = new ObjectName(
                "io.jointlending.agent:type=Pausable,phase=" + phase + ",name=" + ObjectName.quote(name));
        server.registerMBean(new StandardMBean(part, Hook.class), objectName);
        names.add(objectName);
        return part;
    }
}
