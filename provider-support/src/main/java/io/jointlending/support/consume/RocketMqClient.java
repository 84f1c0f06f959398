package io.jointlending.support.consume;

import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.acl.common.AclClientRPCHook;
import org.apache.rocketmq.acl.common.SessionCredentials;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.remoting.RPCHook;
import org.jspecify.annotations.Nullable;

/** How this process connects to RocketMQ: one client for its producer and all its consumers. */
public final class RocketMqClient {
    private static final int MILLIS = (int) TimeUnit.SECONDS.toMillis(3);

    static {
        // Read by client classes when they load: a retry topic is otherwise found only after 20 seconds.
        defaultProperty("rocketmq.client.rebalance.waitInterval", "1000");
        // When a broker dies, the pull of a queue may never be answered; the queue is then taken up anew, by default
        // after
        // two minutes. A pull lasts 30 seconds at most.
        defaultProperty("rocketmq.client.pull.pullMaxIdleTime", "35000");
        // The client has a logger of its own: warnings into a file, nothing on the console.
        defaultProperty("rmq.logback.configurationFile", "rmq.provider.logback.xml");
        defaultProperty("rocketmq.log.root", "logs");
    }

    private final String nameServer;
    private final String accessKey;
    private final String secretKey;
    private final String instanceName;

    /**
     * A client.
     *
     * @param nameServer host:port, several separated by semicolons
     * @param accessKey empty without access control
     * @param instanceName unique per process
     */
    public RocketMqClient(String nameServer, String accessKey, String secretKey, String instanceName) {
        this.nameServer = nameServer;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.instanceName = instanceName;
    }

    /** Addresses of the name servers. */
    public String nameServer() {
        return nameServer;
    }

    /** A producer, not started. */
    public DefaultMQProducer producer(String group) {
        DefaultMQProducer producer = new DefaultMQProducer(group, hook());
        configure(producer);
        return producer;
    }

    /** A consumer, not started. */
    DefaultMQPushConsumer consumer(String group) {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(group, hook(), new AllocateMessageQueueAveragely());
        configure(consumer);
        return consumer;
    }

    private void configure(ClientConfig config) {
        config.setNamesrvAddr(nameServer);
        config.setInstanceName(instanceName);
        config.setVipChannelEnabled(false);
        config.setHeartbeatBrokerInterval(MILLIS);
        config.setPollNameServerInterval(MILLIS);
    }

    private @Nullable RPCHook hook() {
        return accessKey.isEmpty() ? null : new AclClientRPCHook(new SessionCredentials(accessKey, secretKey));
    }

    private static void defaultProperty(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
