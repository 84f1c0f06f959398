package io.jointlending.system.scenario;

import io.jointlending.system.client.Await;
import io.jointlending.system.client.FreePort;
import io.jointlending.system.offline.AgentCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One provider as a process of its own, started as scripts/platform starts it. It ends with this JVM, however that ends. */
final class ProviderProcess implements AutoCloseable {
    static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
    /** Long, because a build may share its two cores with others; a healthy start takes a tenth of it. */
    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Ends the provider when the pipe from the test closes: TERM, and KILL when it is still there after 30 s. */
    private static final String GUARD =
            """
            "$@" & p=$!; echo $p >guard.pid; cat >/dev/null; kill -TERM $p 2>/dev/null
            for i in {1..150}; do kill -0 $p 2>/dev/null || break; sleep 0.2; done
            kill -KILL $p 2>/dev/null; wait $p""";

    private final String name;
    private final Process guard;
    private final long pid;
    private final Path console;
    private final int rpcPort;
    private final int opsPort;
    private final int consolePort;

    private ProviderProcess(
            String name, Process guard, long pid, Path console, int rpcPort, int opsPort, int consolePort) {
        this.name = name;
        this.guard = guard;
        this.pid = pid;
        this.console = console;
        this.rpcPort = rpcPort;
        this.opsPort = opsPort;
        this.consolePort = consolePort;
    }

    long pid() {
        return pid;
    }

    /** Where Dubbo listens. */
    int rpcPort() {
        return rpcPort;
    }

    /** Where {@code /ready} and {@code /metrics} are. */
    int opsPort() {
        return opsPort;
    }

    /** Where the console listens, if this is channel-admin-provider. */
    int consolePort() {
        return consolePort;
    }

    /** Starts a provider; everything it writes lies in {@code home}. */
    static ProviderProcess start(Provider provider, Path home, Map<String, String> environment) {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dfile.encoding=UTF-8",
                "-Duser.home=" + home,
                // as bin/start: the JDK reads them when the agent opens its door
                "-Dsun.net.httpserver.maxReqTime=10",
                "-Dsun.net.httpserver.maxRspTime=600",
                "-Dsun.net.httpserver.nodelay=true",
                // as conf/jvm.options, for JDK 25
                "-Ddubbo.json-framework.prefer=fastjson2",
                // with its HTTP door, as the scripts start it; SIGTERM ends the process at once, as nobody calls it any
                // more
                "-javaagent:" + AgentCall.builtJar() + "=http=0,term=off,dir=" + home.resolve("agent"),
                "-cp",
                classPath(provider),
                provider.mainClass());
        return launch(provider.application(), java, home, environment);
    }

    static ProviderProcess launch(String name, List<String> program, Path home, Map<String, String> environment) {
        try {
            Files.createDirectories(home);
            Path console = home.resolve("console.log");
            int opsPort = FreePort.next();
            int consolePort = FreePort.next();
            List<String> command = new ArrayList<>(List.of("bash", "-c", GUARD, "guard"));
            command.addAll(program);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("JL_HOME", home.toString());
            builder.environment().put("JL_OPS_PORT", Integer.toString(opsPort));
            builder.environment().put("JL_CONSOLE_PORT", Integer.toString(consolePort));
            int rpcPort = FreePort.next();
            builder.environment().put("JL_DUBBO_PORT", Integer.toString(rpcPort));
            Path pid = home.resolve("guard.pid");
            Files.deleteIfExists(pid);
            Process guard = builder.start();
            return new ProviderProcess(
                    name,
                    guard,
                    Await.present(name + " launched", END_LIMIT, () -> pid(pid)),
                    console,
                    rpcPort,
                    opsPort,
                    consolePort);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Optional<Long> pid(Path file) {
        try {
            String written = Files.exists(file) ? Files.readString(file) : "";
            return written.endsWith("\n") ? Optional.of(Long.valueOf(written.strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True while the provider runs; the guard reaps it as soon as it has ended. */
    boolean isAlive() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** True if /ready answers 200. */
    boolean isReady() {
        return status("/ready") == 200;
    }

    /** Status code of a GET, 0 when nobody answers. */
    int status(String path) {
        return status(opsPort, path);
    }

    static int status(int opsPort, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + opsPort + path))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What it measures, as Prometheus reads it. */
    String metrics() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + opsPort + "/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void awaitReady() {
        Await.until(name + " ready", READY_LIMIT, () -> {
            if (!isAlive()) {
                throw new IllegalStateException(name + " ended instead of getting ready:\n" + console());
            }
            return isReady();
        });
    }

    /** Returns when the process has ended by itself. */
    void awaitEnd() {
        Await.until(name + " ended", READY_LIMIT, () -> !isAlive());
    }

    /** Everything it has written to its console so far. */
    String console() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM and a bounded wait, then SIGKILL. */
    @Override
    public void close() {
        try {
            List<ProcessHandle> children = guard.descendants().toList();
            guard.getOutputStream().close();
            if (!guard.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                children.forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String classPath(Provider provider) {
        Path target = ROOT.resolve(provider.application()).resolve("target");
        try {
            return target.resolve("classes") + ":" + Files.readString(target.resolve("runtime.classpath"));
        } catch (IOException e) {
            throw new UncheckedIOException("not built: " + provider.application(), e);
        }
    }
}
