package io.jointlending.fund.exchange.callback;

import com.sun.net.httpserver.HttpExchange;
import io.jointlending.support.http.HttpListener;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP for institutions: {@code POST /callback/{channel}/{event}}. Loopback unless configured; TLS and the open network belong
 * to a reverse proxy before it. Bodies and the time to send a request are bounded.
 */
public final class CallbackServer implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/callback/([a-z][a-z0-9-]{0,30})/([a-z][a-z0-9-]{0,63})");
    private static final int QUEUE = 64;

    private final HttpListener listener;
    private final CallbackDoor door;

    /**
     * A started server.
     *
     * @param threadCount callbacks that are read or stored at the same time
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public CallbackServer(String host, int port, int threadCount, CallbackDoor door) {
        this.door = door;
        this.listener = new HttpListener(
                new HttpListener.Where(
                        "callback", host, port, threadCount, QUEUE, "jl.fund.callback.host, jl.fund.callback.port"),
                Map.of("/", this::handle));
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        CallbackDoor.Answer answer = answer(exchange);
        exchange.getResponseHeaders().set("Connection", "close");
        HttpListener.answer(exchange, answer.status(), answer.contentType(), answer.body());
    }

    private CallbackDoor.Answer answer(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches()) {
            return CallbackDoor.Answer.empty(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return CallbackDoor.Answer.empty(405);
        }
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        Optional<CallbackDoor.Answer> refusal = door.refusal(path.group(1), path.group(2), address);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] raw = exchange.getRequestBody().readNBytes(CallbackDoor.MAX_BYTES + 1);
        return raw.length > CallbackDoor.MAX_BYTES
                ? door.tooLong(path.group(1))
                : door.accept(path.group(1), path.group(2), address, raw);
    }
}
