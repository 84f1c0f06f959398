package io.jointlending.support.rpc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses and networks, such as those that may call; empty allows all. */
public final class AddressList {
    private final List<Network> networks;

    /**
     * A list of literals: {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code fd00::/8}.
     *
     * @throws IllegalArgumentException for anything else, host names included
     */
    public AddressList(List<String> entries) {
        this.networks = entries.stream().map(AddressList::network).toList();
    }

    /** Whether a literal address is in the list. */
    public boolean allows(String address) {
        return networks.isEmpty() || contains(bytes(address));
    }

    private boolean contains(byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static Network network(String entry) {
        int slash = entry.indexOf('/');
        byte[] base = bytes(slash < 0 ? entry : entry.substring(0, slash));
        int bits = slash < 0 ? base.length * 8 : Integer.parseInt(entry.substring(slash + 1));
        if (bits < 0 || bits > base.length * 8) {
            throw new IllegalArgumentException("the network " + entry + " has an impossible prefix length");
        }
        return new Network(base, bits);
    }

    private static byte[] bytes(String literal) {
        int zone = literal.indexOf('%');
        String address = zone < 0 ? literal : literal.substring(0, zone);
        if (!address.matches("[0-9.]+|[0-9A-Fa-f:.]+")) {
            throw new IllegalArgumentException("not an IP address: " + address);
        }
        try {
            return InetAddress.getByName(address).getAddress(); // a literal: no name is looked up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + address, e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Network(byte[] base, int bits) {
        boolean contains(byte[] address) {
            if (address.length != base.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
