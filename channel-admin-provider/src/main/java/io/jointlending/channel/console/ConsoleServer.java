package io.jointlending.channel.console;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.jointlending.api.RpcResult;
import io.jointlending.api.error.ErrorCodes;
import io.jointlending.api.iam.IamAuthService;
import io.jointlending.api.iam.PersonView;
import io.jointlending.api.iam.SelfRequest;
import io.jointlending.api.runtime.CurrentSession;
import io.jointlending.support.error.Refusal;
import io.jointlending.support.http.HttpListener;
import io.jointlending.support.identity.Caller;
import io.jointlending.support.json.Json;
import io.jointlending.support.remote.Remote;
import io.jointlending.support.rpc.CallContext;
import io.jointlending.support.rpc.LocalDoor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP for people: the files of the page under {@code /console/}, and its endpoints under {@code /console/api/}. Nothing else of the
 * platform can be reached here. The session's token comes in the header {@code Authorization} and nowhere else, so that it is in no
 * address, log or history, and no other page can make a browser send it.
 */
public final class ConsoleServer implements AutoCloseable {
    private static final String ROOT = "/console/";
    private static final String API = ROOT + "api";
    private static final String JSON = "application/json";
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_-]{20,128})");
    private static final int MAX_BYTES = 128 * 1024;
    private static final int QUEUE = 64;
    /** Headers of every answer: this page, its own scripts and styles, and nobody's frame. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Frame-Options",
            "DENY");

    private final HttpListener listener;
    private final String application;
    private final IamAuthService auth;
    private final ConsolePages pages;
    private final Routes routes;
    private final Visitor visitor;
    private final StaticFiles files = new StaticFiles();

    /**
     * A started server.
     *
     * @param application name of this provider
     * @param auth guarded, as a stranger calls it
     */
    public ConsoleServer(ConsoleProperties properties, String application, IamAuthService auth, ConsolePages pages) {
        this.application = application;
        this.auth = auth;
        this.pages = pages;
        this.routes = pages.routes();
        this.visitor = new Visitor(properties.proxies());
        this.listener = new HttpListener(
                new HttpListener.Where(
                        "console",
                        properties.host(),
                        properties.port(),
                        properties.threads(),
                        QUEUE,
                        "jl.console.host, jl.console.port"),
                Map.of("/", this::handle));
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
        pages.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        HEADERS.forEach(exchange.getResponseHeaders()::set);
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals(API) || path.startsWith(API + "/")) {
            api(exchange, path.substring(API.length()));
        } else if (path.equals("/") || path.equals("/console")) {
            exchange.getResponseHeaders().set("Location", ROOT);
            exchange.sendResponseHeaders(302, -1);
        } else {
            file(exchange, path);
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        String name = path.equals(ROOT) ? "index.html" : path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        Optional<StaticFiles.File> file = files.find(name);
        if (file.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(405, -1);
        } else {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-cache");
            headers.set("ETag", file.get().tag());
            if (file.get().tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                HttpListener.answer(exchange, 200, file.get().type(), file.get().bytes());
            }
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        List<Routes.Found> found = routes.find(path);
        if (found.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        Optional<Routes.Found> route = found.stream()
                .filter(one -> one.route().method().equals(exchange.getRequestMethod()))
                .findFirst();
        if (route.isEmpty()) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        boolean post = route.get().route().method().equals("POST");
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (post && (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith(JSON))) {
            exchange.sendResponseHeaders(415, -1); // what a form of another page could send is not JSON
            return;
        }
        byte[] body = post ? exchange.getRequestBody().readNBytes(MAX_BYTES + 1) : new byte[0];
        if (body.length > MAX_BYTES) {
            // the rest is not read, so nothing else can come over this connection
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        RpcResult<?> answer = CallContext.as(
                new Caller(application, List.of(), null, null),
                visitor.address(exchange),
                () -> LocalDoor.safely(() -> ask(exchange, route.get(), post ? ConsoleRequest.read(body) : null)));
        HttpListener.answer(exchange, status(answer.code()), JSON, Json.bytes(answer));
    }

    private RpcResult<?> ask(
            HttpExchange exchange, Routes.Found found, com.fasterxml.jackson.databind.node.@Nullable ObjectNode body) {
        var fields = body == null ? QueryText.read(exchange.getRequestURI().getRawQuery()) : body;
        if (!found.route().session()) {
            return found.route().endpoint().answer(new ConsoleRequest(found.places(), fields, null));
        }
        // without a session a call would be one of this application, which may do more than a person
        CurrentSession.set(token(exchange));
        try {
            PersonView person = Remote.data(auth.me(new SelfRequest()));
            return found.route().endpoint().answer(new ConsoleRequest(found.places(), fields, person.loginName()));
        } finally {
            CurrentSession.set(null);
        }
    }

    private static String token(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher matcher = BEARER.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            throw new Refusal(ErrorCodes.SESSION_INVALID, null);
        }
        return matcher.group(1);
    }

    private static int status(String code) {
        if (code.equals(ErrorCodes.OK.code())) {
            return 200;
        }
        if (code.equals(ErrorCodes.SESSION_INVALID.code())) {
            return 401;
        }
        if (code.equals(ErrorCodes.NOT_PERMITTED.code()) || code.equals(ErrorCodes.PASSWORD_CHANGE_NEEDED.code())) {
            return 403;
        }
        return code.startsWith("A") ? 400 : 503;
    }
}
