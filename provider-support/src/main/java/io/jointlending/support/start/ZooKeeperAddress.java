package io.jointlending.support.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a ZooKeeper ensemble in Dubbo's notation, and whether one serves. */
final class ZooKeeperAddress {
    private static final int DEFAULT_PORT = 2181;
    private static final String BACKUP = "backup=";

    private ZooKeeperAddress() {}

    /** {@code zookeeper://a:2181?backup=b:2181,c:2181} has the members a, b and c. */
    static List<String> hosts(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int query = rest.indexOf('?');
        String first = query < 0 ? rest : rest.substring(0, query);
        List<String> hosts = new ArrayList<>(split(first.replaceAll("/.*", "")));
        if (query >= 0) {
            for (String parameter : rest.substring(query + 1).split("&", -1)) {
                if (parameter.startsWith(BACKUP)) {
                    hosts.addAll(split(parameter.substring(BACKUP.length())));
                }
            }
        }
        return hosts;
    }

    /** Null when the server answers {@code srvr}, even if only to say that the command is switched off. */
    static @Nullable String problem(String hostAndPort, int timeoutMillis) {
        int colon = hostAndPort.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1));
            socket.connect(new InetSocketAddress(hostAndPort.substring(0, colon), port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readNBytes(80), StandardCharsets.US_ASCII);
            return answer.contains("not currently serving") ? "not serving requests" : null;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (IllegalArgumentException e) {
            return "not host:port: " + hostAndPort;
        }
    }

    private static List<String> split(String list) {
        List<String> hosts = new ArrayList<>();
        for (String host : list.split(",", -1)) {
            if (!host.isBlank()) {
                hosts.add(host.contains(":") ? host.trim() : host.trim() + ":" + DEFAULT_PORT);
            }
        }
        return hosts;
    }
}
