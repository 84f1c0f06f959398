package io.jointlending.channel;

import io.jointlending.support.wiring.SupportWiring;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The object graph of channel-admin-provider: one wiring for each of its subjects, each readable top to bottom. */
@Configuration(proxyBeanMethods = false)
@Import({
    SupportWiring.class,
    ConfigurationWiring.class,
    ConfigurationFileWiring.class,
    AcquisitionWiring.class,
    AgentWiring.class,
    IamWiring.class,
    ApprovalWiring.class,
    RpcUsageWiring.class,
    InstanceAdminWiring.class,
    ConsoleWiring.class
})
public class ChannelAdminWiring {}
