package io.jointlending.fund.exchange.http;

import io.jointlending.fund.flow.domain.Endpoint;
import io.jointlending.support.rpc.AddressList;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where requests may go: below the base address of the channel and nowhere else, by https, and not into our own network. Flow
 * definitions cannot name a host; this is the second look, at what the address became.
 */
public final class Egress {
    private final AddressList insideAllowed;
    private final boolean anyInside;

    /**
     * @param insideNetworks networks an institution may lie in although they are not public, such as that of a leased line;
     *     {@code http} is allowed where they are loopback
     */
    public Egress(List<String> insideNetworks) {
        this.anyInside = !insideNetworks.isEmpty();
        this.insideAllowed = new AddressList(insideNetworks);
    }

    /**
     * The address of an endpoint.
     *
     * @param base base address of the channel, from the configuration
     * @throws Refused if it may not be asked
     */
    public URI target(String base, Endpoint endpoint) {
        if (Endpoint.parse(endpoint.toString()).isEmpty()) {
            throw new Refused("the endpoint is not a method and a relative path");
        }
        URI root = parse(base);
        String scheme = String.valueOf(root.getScheme()).toLowerCase(Locale.ROOT);
        require(root.getHost() != null && root.getRawUserInfo() == null, "the base address needs a host and no user");
        require(root.getRawQuery() == null && root.getRawFragment() == null, "the base address is no bare address");
        boolean plain = scheme.equals("http") && anyInside;
        require(scheme.equals("https") || plain, "the base address is not https");
        URI target = parse(base.endsWith("/") ? base + endpoint.path() : base + "/" + endpoint.path());
        boolean same = root.getHost().equals(target.getHost())
                && root.getPort() == target.getPort()
                && scheme.equals(target.getScheme().toLowerCase(Locale.ROOT))
                && target.getRawUserInfo() == null
                && target.normalize().equals(target);
        require(same, "the endpoint leaves the base address");
        return target;
    }

    /**
     * Looks at the addresses that a host resolved to.
     *
     * @throws Refused if one of them is inside and not allowed, or plain http would leave this machine
     */
    public void check(URI target, InetAddress[] addresses) {
        boolean plain = target.getScheme().equalsIgnoreCase("http");
        for (InetAddress address : addresses) {
            boolean allowed = !inside(address) || (anyInside && insideAllowed.allows(address.getHostAddress()));
            require(allowed, "the host " + target.getHost() + " resolves into our own network");
            require(!plain || address.isLoopbackAddress(), "http without TLS is for loopback only");
        }
    }

    /** Loopback, link-local, private, shared (carrier), unique-local, multicast, unspecified. */
    private static boolean inside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
        boolean zero = bytes.length == 4 && bytes[0] == 0;
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || carrier
                || uniqueLocal
                || zero;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new Refused("the base address is no address"); // its own message repeats it
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Refused(what);
        }
    }

    /** An address that may not be asked. Nothing was sent. */
    public static final class Refused extends RuntimeException {
        Refused(String what) {
            super(what);
        }
    }
}
