package io.jointlending.devstack.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/** A RocketMQ broker: {@code <data directory> <port> <name server port> <flush type> <topic,topic,...>}. */
final class BrokerMain {
    private static final int QUEUES = 4;
    // A client that reconnects to a broker that hangs can leave a second connection behind and counts twice then: the
    // queues of its
    // double wait until the broker closes it, by default after two minutes. Connections in use carry heartbeats.
    private static final int IDLE_SECONDS = 20;
    private static final int THREADS = 4;
    private static final int NAME_SERVER_ATTEMPTS = 600;
    private static final long NAME_SERVER_PAUSE_MS = 100;
    private static final int REGISTER_ATTEMPTS = 20;
    private static final int ROUTE_TIMEOUT_MS = 3_000;

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        ChildTalk talk = ChildTalk.open();
        Path data = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int nameServerPort = Integer.parseInt(arguments[2]);
        FlushDiskType flush = FlushDiskType.valueOf(arguments[3]);
        List<String> topics = List.of(arguments[4].split(",", -1));

        RocketMq.prepare(data);
        NettyServerConfig server = RocketMq.loopback(port);
        server.setServerChannelMaxIdleTimeSeconds(IDLE_SECONDS);
        BrokerController broker = new BrokerController(
                brokerConfig(data, nameServerPort),
                server,
                new NettyClientConfig(),
                storeConfig(data, port + 1, flush));
        if (!broker.initialize()) {
            throw new IllegalStateException("the broker does not initialize, its store is " + data);
        }
        topics.forEach(
                topic -> broker.getTopicConfigManager().updateTopicConfig(new TopicConfig(topic, QUEUES, QUEUES)));
        awaitNameServer(nameServerPort);
        broker.start();
        DiskGuard.start(broker.getMessageStore(), data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, flush), "stop"));
        register(broker, topics);
        talk.serve();
    }

    private static BrokerConfig brokerConfig(Path data, int nameServerPort) {
        BrokerConfig config = new BrokerConfig();
        config.setBrokerName("dev-stack");
        config.setBrokerClusterName("dev-stack");
        config.setBrokerIP1("127.0.0.1");
        config.setBrokerIP2("127.0.0.1");
        config.setNamesrvAddr("127.0.0.1:" + nameServerPort);
        config.setRocketmqHome(data.toString());
        config.setBrokerConfigPath(data.resolve("broker.properties").toString());
        // As in production: a topic that nobody created is an error. Retry and dead letter topics come by themselves.
        config.setAutoCreateTopicEnable(false);
        // The shortest that the broker accepts, so that a restarted name server soon knows it again.
        config.setRegisterNameServerPeriod(10_000);
        config.setSendMessageThreadPoolNums(THREADS);
        config.setPutMessageFutureThreadPoolNums(THREADS);
        config.setPullMessageThreadPoolNums(THREADS);
        config.setLitePullMessageThreadPoolNums(1);
        config.setAckMessageThreadPoolNums(1);
        config.setProcessReplyMessageThreadPoolNums(1);
        config.setQueryMessageThreadPoolNums(1);
        config.setAdminBrokerThreadPoolNums(2);
        config.setClientManageThreadPoolNums(2);
        config.setConsumerManageThreadPoolNums(2);
        config.setHeartbeatThreadPoolNums(2);
        config.setEndTransactionThreadPoolNums(2);
        config.setLoadBalanceProcessorThreadPoolNums(1);
        // From its start to the first flush this service of the broker does not wait but spins; ten seconds by default.
        config.setTransactionMetricFlushInterval(500);
        // Default 200 ms: on a small machine under load every other send would fail with "system busy".
        config.setWaitTimeMillsInSendQueue(2_000);
        // Looks for such requests a hundred times a second, also when nothing is sent.
        config.setBrokerFastFailureEnable(false);
        return config;
    }

    private static MessageStoreConfig storeConfig(Path data, int replicationPort, FlushDiskType flush) {
        Path store = data.resolve("store");
        MessageStoreConfig config = new MessageStoreConfig();
        config.setStorePathRootDir(store.toString());
        config.setStorePathCommitLog(store.resolve("commitlog").toString());
        config.setFlushDiskType(flush);
        config.setHaListenPort(replicationPort);
        config.setMappedFileSizeCommitLog(32 << 20);
        config.setMappedFileSizeConsumeQueue(400_000);
        // Messages with a delay of any length (not those of a delay level). Idle, they cost a quarter of a core and 80
        // MB.
        config.setTimerWheelEnable(Boolean.getBoolean("devstack.broker.timer"));
        config.setMappedFileSizeTimerLog(16 << 20);
        config.setMaxHashSlotNum(50_000);
        config.setMaxIndexNum(200_000);
        config.setOsPageCacheBusyTimeOutMills(5_000);
        // A full disk of a developer must not delete messages that nobody has read yet; see also DiskGuard.
        config.setCleanFileForciblyEnable(false);
        config.setDiskMaxUsedSpaceRatio(95);
        String delays = System.getProperty("devstack.broker.delay-levels");
        if (delays != null) {
            config.setMessageDelayLevel(delays);
        }
        return config;
    }

    /** A broker that registers too early tries again only ten seconds later. */
    private static void awaitNameServer(int port) throws InterruptedException {
        for (int attempt = 0; attempt < NAME_SERVER_ATTEMPTS; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                Thread.sleep(NAME_SERVER_PAUSE_MS);
            }
        }
        throw new IllegalStateException("the name server does not listen on port " + port);
    }

    /** Consumers that start after this know the topics. */
    private static void register(BrokerController broker, List<String> topics) throws Exception {
        for (int attempt = 1; ; attempt++) {
            broker.registerBrokerAll(true, false, true);
            try {
                for (String topic : topics) {
                    broker.getBrokerOuterAPI().getTopicRouteInfoFromNameServer(topic, ROUTE_TIMEOUT_MS, false);
                }
                return;
            } catch (MQBrokerException | RemotingException e) {
                System.err.println("attempt " + attempt + " to register: " + e);
                if (attempt == REGISTER_ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(NAME_SERVER_PAUSE_MS);
            }
        }
    }

    /**
     * Writes what is kept in memory, and goes. The broker's own shutdown takes ten to seventeen seconds, most of it
     * waiting for thread pools. The store's takes three, which tests that drop their data do not need.
     */
    private static void stop(BrokerController broker, FlushDiskType flush) {
        broker.getConsumerOffsetManager().persist();
        broker.getTopicConfigManager().persist();
        broker.getSubscriptionGroupManager().persist();
        broker.getScheduleMessageService().persist();
        if (flush == FlushDiskType.SYNC_FLUSH) {
            broker.getMessageStore().shutdown();
        } else {
            broker.getMessageStore().flush();
        }
        Runtime.getRuntime().halt(0);
    }
}
