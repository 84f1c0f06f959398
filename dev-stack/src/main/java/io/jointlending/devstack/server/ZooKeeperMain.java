package io.jointlending.devstack.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** A stand-alone ZooKeeper: {@code <data directory> <port>}. */
final class ZooKeeperMain {
    private static final int TICK_MS = 2_000;
    private static final int MOST_CONNECTIONS = 500;

    private ZooKeeperMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ChildTalk talk = ChildTalk.open();
        System.setProperty("zookeeper.admin.enableServer", "false");
        System.setProperty("zookeeper.4lw.commands.whitelist", "ruok,srvr,stat,cons,dump,wchs,mntr");
        File data = new File(arguments[0]);
        int port = Integer.parseInt(arguments[1]);

        ZooKeeperServer server = new ZooKeeperServer(data, data, TICK_MS);
        NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
        connections.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_CONNECTIONS);
        connections.startup(server);
        Runtime.getRuntime().addShutdownHook(new Thread(connections::shutdown, "stop"));
        talk.serve(command -> answer(server, command));
    }

    /** {@code expire all} or {@code expire <hex> ...}; answers {@code expired <hex> ...}. */
    private static String answer(ZooKeeperServer server, String command) {
        List<String> words = List.of(command.split(" ", -1));
        if (words.size() < 2 || !words.get(0).equals("expire")) {
            return "unknown command: " + command;
        }
        Set<Long> known = server.getSessionTracker().globalSessions();
        Set<Long> expired = new TreeSet<>();
        for (String word : words.subList(1, words.size())) {
            if (word.equals("all")) {
                expired.addAll(known);
            } else {
                long session = number(word);
                if (!known.contains(session)) {
                    return "no session " + word + "; there are "
                            + known.stream().map(Long::toHexString).collect(Collectors.joining(" "));
                }
                expired.add(session);
            }
        }
        expired.forEach(server::expire);
        return expired.stream().map(id -> " 0x" + Long.toHexString(id)).collect(Collectors.joining("", "expired", ""));
    }

    private static long number(String hex) {
        try {
            return Long.parseUnsignedLong(hex.startsWith("0x") ? hex.substring(2) : hex, 16);
        } catch (NumberFormatException e) {
            // No session has id 0, so the caller answers that there is none.
            return 0;
        }
    }
}
