package io.jointlending.devstack.server;

import java.nio.file.Path;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;

/** A RocketMQ name server: {@code <data directory> <port>}. */
final class NameServerMain {
    private NameServerMain() {}

    public static void main(String[] arguments) throws Exception {
        ChildTalk talk = ChildTalk.open();
        Path data = Path.of(arguments[0]);
        RocketMq.prepare(data);
        NamesrvConfig config = new NamesrvConfig();
        config.setKvConfigPath(data.resolve("kvConfig.json").toString());
        config.setConfigStorePath(data.resolve("namesrv.properties").toString());
        config.setRocketmqHome(data.toString());
        NamesrvController server = new NamesrvController(config, RocketMq.loopback(Integer.parseInt(arguments[1])));
        if (!server.initialize()) {
            throw new IllegalStateException("the name server does not initialize");
        }
        server.start();
        // It keeps nothing on disk that it does not write at once, and its orderly end takes seconds.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(0), "stop"));
        talk.serve();
    }
}
