package io.jointlending.system.rpc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointlending.api.approval.ApprovalService;
import io.jointlending.api.channel.ConfigurationFileService;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.system.client.DubboConsumer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.apache.dubbo.rpc.RpcException;
import org.jspecify.annotations.Nullable;

/** {@code scripts/config}: moves configuration from one platform to another. */
public final class ConfigTool {
    private static final String APPLICATION = "joint-lending-config";
    private static final int USAGE = 2;
    private static final int TIMEOUT = 3;

    private final PrintStream out;
    private final PrintStream err;

    /** One line of JSON goes to {@code out}, lines for people to {@code err}. */
    public ConfigTool(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Exits 0 done or the same, 1 failed, 2 usage, 3 no answer in time, 4 refused, 5 different. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new ConfigTool(out, err).run(arguments, System.getenv("JL_REGISTRY_ADDRESS"));
        out.flush();
        err.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    /** The exit code. */
    public int run(String[] arguments, @Nullable String defaultRegistry) {
        if (Arrays.asList(arguments).contains("--help")) {
            err.print(ConfigArguments.USAGE);
            return 0;
        }
        return exitCode(() -> connected(ConfigArguments.parse(arguments, defaultRegistry)));
    }

    /** Runs it; what goes wrong is told and becomes an exit code. */
    int exitCode(Act act) {
        try {
            return act.run();
        } catch (UsageError e) {
            return failed(USAGE, String.valueOf(e.getMessage()));
        } catch (ConfigActs.OtherFormat e) {
            return failed(ConfigActs.REFUSED, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            return failed(USAGE, "there is no file " + e.getFile());
        } catch (IOException e) {
            return failed(ConfigActs.FAILED, e.toString());
        } catch (RpcException e) {
            return e.isTimeout()
                    ? failed(TIMEOUT, "no answer in time; the same command again does the same once")
                    : failed(ConfigActs.FAILED, "the call failed: " + e.getMessage());
        }
    }

    /** What ends with an exit code. */
    interface Act {
        int run() throws IOException;
    }

    private int connected(ConfigArguments arguments) throws IOException {
        String place = arguments.place();
        Optional<String> unreachable = RpcCall.unreachable(place);
        if (unreachable.isPresent()) {
            return failed(ConfigActs.FAILED, "no ZooKeeper answers at " + unreachable.get());
        }
        try (DubboConsumer consumer = DubboConsumer.throughRegistry(APPLICATION, place)) {
            CurrentSession.set(System.getenv("JL_SESSION"));
            return act(
                    arguments,
                    new ConfigActs(
                            consumer.service(ConfigurationFileService.class),
                            consumer.service(ApprovalService.class),
                            out,
                            err));
        }
    }

    static int act(ConfigArguments arguments, ConfigActs acts) throws IOException {
        Path file = Path.of(arguments.file());
        return switch (arguments.act()) {
            case "export" -> acts.export(file, arguments.products());
            case "diff" -> acts.diff(file);
            default -> {
                String operator = arguments.operator();
                yield operator != null
                        ? acts.importDirectly(file, operator)
                        : acts.propose(file, Objects.requireNonNull(arguments.reason()));
            }
        };
    }

    private int failed(int code, String why) {
        err.println(why);
        try {
            out.println(new ObjectMapper()
                    .writeValueAsString(new ObjectMapper()
                            .createObjectNode()
                            .put("ok", false)
                            .put("exitCode", code)
                            .put("error", why)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }
}
