package io.jointlending.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;

/** Real clients of the servers, as plain as possible. */
final class Clients {
    private static final int TIMEOUT_MS = 2_000;
    private static final long POLL_MS = 50;

    private Clients() {}

    static Connection jdbc(DevStackProcess stack) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://" + stack.property("mysql.host") + ":" + stack.property("mysql.port")
                        + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=2000&socketTimeout=5000",
                stack.property("mysql.root.user"),
                stack.property("mysql.root.password"));
    }

    static String sql(DevStackProcess stack, String... statements) throws SQLException {
        try (Connection connection = jdbc(stack);
                Statement statement = connection.createStatement()) {
            String answer = "";
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        answer = rows.next() ? rows.getString(1) : "";
                    }
                }
            }
            return answer;
        }
    }

    static CuratorFramework curator(DevStackProcess stack) {
        CuratorFramework client = CuratorFrameworkFactory.newClient(
                stack.property("zookeeper.address"), 10_000, 5_000, new RetryNTimes(3, 500));
        client.start();
        return client;
    }

    /** Sends one inline command and returns the first line of the answer. */
    static String redis(DevStackProcess stack, String command) throws IOException {
        String address = stack.property("redis.address");
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\r';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
            return line.toString();
        }
    }

    /** Polls until the condition holds; fails with its name at the deadline. */
    static void await(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            Thread.sleep(POLL_MS);
        }
    }
}
