package io.jointlending.channel.console;

import com.sun.net.httpserver.HttpExchange;
import io.jointlending.support.rpc.AddressList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a browser is, for the lock after failed logins. */
final class Visitor {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final boolean direct;
    private final AddressList proxies;

    /** @param proxies addresses and networks whose header {@code X-Forwarded-For} is believed */
    Visitor(List<String> proxies) {
        this.direct = proxies.isEmpty();
        this.proxies = new AddressList(proxies);
    }

    /** The address of the connection, or the last one that a proxy of ours names and that is not such a proxy itself. */
    String address(HttpExchange exchange) {
        String address = exchange.getRemoteAddress().getAddress().getHostAddress();
        List<String> forwarded = exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of());
        String[] chain = String.join(",", forwarded).split(",", -1);
        for (int i = chain.length - 1; i >= 0 && !direct && proxies.allows(address); i--) {
            String before = chain[i].trim();
            if (!LITERAL.matcher(before).matches()) {
                break;
            }
            address = before;
        }
        return address;
    }
}
