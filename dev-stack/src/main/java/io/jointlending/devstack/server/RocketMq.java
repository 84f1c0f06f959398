package io.jointlending.devstack.server;

import java.nio.file.Path;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/** What the name server and the broker have in common. */
final class RocketMq {
    private static final int THREADS = 2;

    private RocketMq() {}

    /** To be called before any other class of RocketMQ is touched. */
    static void prepare(Path data) {
        System.setProperty("rmq.logback.configurationFile", "io/jointlending/devstack/server/rmq.logback.xml");
        System.setProperty(MixAll.ROCKETMQ_HOME_PROPERTY, data.toString());
        // Otherwise each start makes a key pair and a certificate, two and a half seconds of it.
        System.setProperty("tls.server.mode", "disabled");
        // Without it the name server takes the broker for version 3.0.0 and drops all its topics without a word.
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));
    }

    static NettyServerConfig loopback(int port) {
        NettyServerConfig config = new NettyServerConfig();
        config.setBindAddress("127.0.0.1");
        config.setListenPort(port);
        config.setServerSelectorThreads(THREADS);
        config.setServerWorkerThreads(THREADS);
        return config;
    }
}
