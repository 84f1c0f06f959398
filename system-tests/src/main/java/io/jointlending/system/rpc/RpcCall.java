package io.jointlending.system.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jointlending.api.RpcResult;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.system.client.Contracts;
import io.jointlending.system.client.DubboConsumer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.dubbo.rpc.RpcException;
import org.jspecify.annotations.Nullable;

/** {@code scripts/rpc}: one call of one contract method, JSON in and JSON out. */
public final class RpcCall {
    private static final int CONNECT_MILLIS = 3_000;

    private final PrintStream out;
    private final PrintStream err;

    RpcCall(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Exits 0 for code 00000, 1 for any other answer or none, 2 for a wrong call. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new RpcCall(out, err).run(arguments, System.getenv("JL_REGISTRY_ADDRESS"));
        out.flush();
        err.flush();
        // Dubbo's own threads would keep the process for seconds
        Runtime.getRuntime().halt(code);
    }

    int run(String[] arguments, @Nullable String defaultRegistry) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(RpcArguments.USAGE);
            return 0;
        }
        try {
            return call(RpcArguments.parse(arguments, defaultRegistry));
        } catch (UsageError e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int call(RpcArguments arguments) {
        Class<?> contract = Contracts.find(arguments.contract())
                .orElseThrow(() -> new UsageError("unknown interface " + arguments.contract() + "; known: "
                        + Contracts.all().stream().map(Class::getSimpleName).collect(Collectors.joining(", "))));
        Method method = method(contract, arguments.method());
        Object request = RequestJson.read(
                arguments.json().equals("-") ? stdin() : arguments.json(), method.getParameterTypes()[0]);
        String place = arguments.place();
        Optional<String> unreachable = unreachable(place);
        if (unreachable.isPresent()) {
            err.println(
                    (arguments.url() == null ? "no ZooKeeper" : "no provider") + " answers at " + unreachable.get());
            return 1;
        }
        return invoke(arguments, contract, method, request, place);
    }

    private int invoke(RpcArguments arguments, Class<?> contract, Method method, Object request, String place) {
        try {
            DubboConsumer consumer = arguments.url() != null
                    ? DubboConsumer.direct(arguments.application(), arguments.url())
                    : DubboConsumer.throughRegistry(arguments.application(), place);
            CurrentSession.set(System.getenv("JL_SESSION"));
            Object answer = method.invoke(consumer.service(contract, arguments.group()), request);
            out.println(arguments.line() ? RequestJson.writeLine(answer) : RequestJson.write(answer));
            return answer instanceof RpcResult<?> result && result.success() ? 0 : 1;
        } catch (InvocationTargetException e) {
            err.println(explain(e.getCause(), contract, arguments, place));
            return 1;
        } catch (IllegalAccessException | JsonProcessingException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }

    private static String explain(
            @Nullable Throwable failure, Class<?> contract, RpcArguments arguments, String place) {
        String group = arguments.group().isEmpty() ? "" : " in group " + arguments.group();
        if (failure instanceof RpcException rpc) {
            if (rpc.isTimeout()) {
                return "no answer in time from " + contract.getSimpleName() + group
                        + "; a command may have been done: send it again with the same requestNo";
            }
            if (rpc.isForbidden() || rpc.isNoInvokerAvailableAfterFilter() || noProvider(rpc)) {
                return "no provider of " + contract.getName() + ":1.0.0" + group + " is registered at " + place
                        + (group.isEmpty() && everyProviderExports(contract)
                                ? "; every provider exports it in its own group: add --group loan-provider"
                                : "");
            }
        }
        return "the call failed: " + failure;
    }

    private static boolean noProvider(RpcException e) {
        String message = e.getMessage();
        return message != null && message.contains("No provider available");
    }

    private static boolean everyProviderExports(Class<?> contract) {
        return contract.getPackageName().endsWith(".ops");
    }

    private static Method method(Class<?> contract, String name) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageError(contract.getSimpleName() + " has no method " + name + "; it has "
                        + Arrays.stream(contract.getMethods())
                                .map(method ->
                                        method.getName() + "(" + method.getParameterTypes()[0].getSimpleName() + ")")
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    /** The address that does not accept a connection, if none of the given ones does. */
    static Optional<String> unreachable(String address) {
        URI uri;
        try {
            uri = URI.create(address.contains("://") ? address : "zookeeper://" + address);
        } catch (IllegalArgumentException e) {
            throw new UsageError("not an address: " + address);
        }
        if (uri.getHost() == null || uri.getPort() < 0) {
            throw new UsageError("not an address with host and port: " + address);
        }
        if (address.contains("backup=")) {
            return Optional.empty(); // an ensemble: the client finds the member that answers
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(uri.getHost() + ":" + uri.getPort());
        }
    }

    private static String stdin() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
