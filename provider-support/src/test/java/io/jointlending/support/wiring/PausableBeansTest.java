package io.jointlending.support.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointlending.support.task.PausableWork;
import io.jointlending.support.task.Sweeper;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class PausableBeansTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void the_agent_can_pause_and_resume_a_part_by_its_name() throws JMException {
        Sweeper sweeper = new Sweeper("late: payments", Duration.ofSeconds(1), () -> 0);
        try (PausableBeans beans = new PausableBeans(new PausableWork(List.of(sweeper)))) {
            ObjectName name = beans.names().get(0);
            assertThat(name.getKeyProperty("type")).isEqualTo("Pausable");
            assertThat(name.getKeyProperty("phase")).isEqualTo("intake");
            assertThat(server.getAttribute(name, "Quiet")).isEqualTo(false);
            server.invoke(name, "pause", new Object[0], new String[0]);
            assertThat(server.getAttribute(name, "Quiet")).isEqualTo(true);
            server.invoke(name, "resume", new Object[0], new String[0]);
            assertThat(server.getAttribute(name, "Quiet")).isEqualTo(false);
        }
    }

    @Test
    void a_closed_context_leaves_no_bean_behind() throws JMException {
        Sweeper sweeper = new Sweeper("nothing", Duration.ofSeconds(1), () -> 0);
        PausableBeans beans = new PausableBeans(new PausableWork(List.of(sweeper)));
        ObjectName name = beans.names().get(0);
        beans.close();
        assertThat(server.isRegistered(name)).isFalse();
    }
}
