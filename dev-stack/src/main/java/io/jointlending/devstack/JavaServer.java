package io.jointlending.devstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A server that runs on a JVM of its own, from a main class in {@code io.jointlending.devstack.server}. */
final class JavaServer implements Server {
    private static final String PACKAGE = "io.jointlending.devstack.server.";

    private final Component component;
    private final StackDirectory directory;
    private final String heap;
    private final List<String> mainClassAndArguments;

    private JavaServer(Component component, StackDirectory directory, String heap, String main, Object... arguments) {
        this.component = component;
        this.directory = directory;
        this.heap = heap;
        this.mainClassAndArguments = new ArrayList<>(List.of(PACKAGE + main));
        Arrays.stream(arguments).map(Object::toString).forEach(mainClassAndArguments::add);
    }

    static JavaServer zooKeeper(StackDirectory directory, Ports ports) {
        return new JavaServer(
                Component.ZOOKEEPER,
                directory,
                "64m",
                "ZooKeeperMain",
                directory.data(Component.ZOOKEEPER),
                ports.zookeeper());
    }

    static JavaServer nameServer(StackDirectory directory, Ports ports) {
        return new JavaServer(
                Component.NAMESRV,
                directory,
                "64m",
                "NameServerMain",
                directory.data(Component.NAMESRV),
                ports.namesrv());
    }

    static JavaServer broker(StackDirectory directory, Ports ports, StackOptions options) {
        return new JavaServer(
                Component.BROKER,
                directory,
                "256m",
                "BrokerMain",
                directory.data(Component.BROKER),
                ports.broker(),
                ports.namesrv(),
                options.fast() ? "ASYNC_FLUSH" : "SYNC_FLUSH",
                String.join(",", options.topics()));
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void prepare() {
        StackDirectory.makeDirectory(directory.data(component));
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                javaProgram(),
                // A heap that starts small stays small: the default start is a part of the machine's memory.
                "-Xms16m",
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A JVM that is out of memory must be seen as dead, not as strange.
                "-XX:+ExitOnOutOfMemoryError",
                // Otherwise each JVM writes into /tmp, whatever java.io.tmpdir says.
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + directory.logs().resolve("hs_err_" + component.word() + "_%p.log"),
                "-Djava.io.tmpdir=" + directory.tmp(component),
                "-Duser.home=" + directory.home(),
                "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS"));
        Supervisor.ownSystemProperties().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(mainClassAndArguments);
        return command;
    }

    @Override
    public boolean talks() {
        return true;
    }

    @Override
    public boolean answers() {
        throw new IllegalStateException(component.word() + " says itself when it is ready");
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
