package io.jointlending.support.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process in logs, claims and RocketMQ. */
final class InstanceName {
    private static final int MAX_HOST = 40;

    private InstanceName() {}

    /** {@code host:port:pid}, at most 64 ASCII characters. */
    static String of(int port) {
        return host() + ':' + port + ':' + ProcessHandle.current().pid();
    }

    private static String host() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            name = "unknown-host";
        }
        String ascii = name.replaceAll("[^A-Za-z0-9.-]", "-");
        return ascii.length() > MAX_HOST ? ascii.substring(0, MAX_HOST) : ascii;
    }
}
