package io.jointlending.support.http;

import com.sun.net.httpserver.HttpServer;
import io.jointlending.support.instance.AgentDoor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the JDK's HTTP servers, with what they lack unless told so before the first one of the process: a bound for the time that a
 * client takes to send a request (10 s) and until it has its answer (10 min, because the agent's comes when the instance is drained),
 * and {@code TCP_NODELAY}. The server writes head and body of an answer apart, and without it a body waits 40 ms for the other side's
 * delayed acknowledgement of the head. Where an agent has opened an HTTP server before, only the command line comes in time:
 * {@code bin/start} gives them there.
 */
public final class HttpServers {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServers.class);
    private static final Map<String, String> ONCE = Map.of(
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "600",
            "sun.net.httpserver.nodelay", "true");

    static {
        List<String> missing = new ArrayList<>();
        ONCE.forEach((property, value) -> {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
                missing.add("-D" + property + "=" + value);
            }
        });
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (!missing.isEmpty() && AgentDoor.of(arguments, Path.of("")).isPresent()) {
            LOG.warn(
                    "the agent has made an HTTP server before, so these come too late, give them to the JVM: {}",
                    missing);
        }
    }

    private HttpServers() {}

    /** For a process whose servers are slow on purpose, before its first one: nobody is cut off. */
    public static void cutNobodyOff() {
        System.setProperty("sun.net.httpserver.maxReqTime", "-1");
        System.setProperty("sun.net.httpserver.maxRspTime", "-1");
    }

    /**
     * A server that is bound and not started.
     *
     * @param backlog connections that may wait to be accepted
     * @throws IOException if the address is taken or not of this machine
     */
    public static HttpServer bound(InetSocketAddress address, int backlog) throws IOException {
        return HttpServer.create(address, backlog);
    }
}
