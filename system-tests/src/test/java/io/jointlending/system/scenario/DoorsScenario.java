package io.jointlending.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contract is reached by a signed call of Dubbo and, for a person, through the console: by no other door of a provider. */
@ExtendWith(OnPlatform.class)
final class DoorsScenario {
    private static final int SILENCE_MILLIS = 1_000;
    private static final String LISTENS = "0A";

    private final Platform platform;

    DoorsScenario(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void a_provider_listens_where_it_is_told_to_and_nowhere_else(Provider provider) throws IOException {
        ProviderProcess process = platform.provider(provider);
        Set<Integer> told = new HashSet<>(Set.of(process.rpcPort(), process.opsPort()));
        if (provider == Provider.CHANNEL_ADMIN) {
            told.add(process.consolePort());
        }
        if (provider == Provider.FUND_ROUTER) {
            told.add(platform.callbackPort());
        }
        Set<Integer> listens = listeningPorts(process.pid());
        assertThat(listens).containsAll(told);
        listens.removeAll(told);
        assertThat(listens).as("besides, the agent's door on loopback").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void the_port_of_dubbo_answers_neither_http_nor_telnet(Provider provider) throws IOException {
        int port = platform.provider(provider).rpcPort();
        String contract = "io.jointlending.api.ops.OpsService";
        for (String request : List.of(
                "GET /" + contract + "/status HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /" + contract
                        + "/status HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "GET /invoke?a=OpsService.status({}) HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")) {
            assertThat(said(port, request)).as(request).doesNotContain("HTTP/", "application");
        }
        for (String command : List.of("invoke OpsService.status({})", "trace " + contract, "log 1000000000000")) {
            assertThat(said(port, command + "\r\n"))
                    .as(command)
                    .containsAnyOf("disabled for security reasons", "Unsupported command");
        }
    }

    private static String said(int port, String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] part = new byte[8192];
            for (int n = socket.getInputStream().read(part);
                    n >= 0;
                    n = socket.getInputStream().read(part)) {
                answer.write(part, 0, n);
                if (answer.toString(StandardCharsets.UTF_8).contains("dubbo>")) {
                    break; // telnet has answered and waits for more
                }
            }
        } catch (SocketTimeoutException | SocketException e) {
            // silence and a hang-up are answers: the request was not served
            answer.write(("(" + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Sockets that the process has open and that wait for connections. */
    private static Set<Integer> listeningPorts(long pid) throws IOException {
        Path proc = Path.of("/proc", Long.toString(pid));
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            for (Path one : open.toList()) {
                if (Files.isSymbolicLink(one)) {
                    sockets.add(Files.readSymbolicLink(one).toString());
                }
            }
        }
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] cells = line.strip().split("\\s+", -1);
                if (cells[3].equals(LISTENS) && sockets.contains("socket:[" + cells[9] + "]")) {
                    ports.add(Integer.parseInt(cells[1].substring(cells[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }
}
