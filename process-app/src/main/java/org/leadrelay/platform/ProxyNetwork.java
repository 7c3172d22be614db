package org.leadrelay.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Regular expression for an IP address or CIDR network, as Tomcat's {@code RemoteIpValve} wants its
 * proxies told. Names are refused, for whoever answers the name would be believed, and so is a
 * network that holds everybody.
 */
final class ProxyNetwork {

    private static final int IP4_BITS = 8;
    private static final int IP6_BITS = 16;

    private ProxyNetwork() {}

    static String pattern(List<String> networks) {
        return networks.stream().map(ProxyNetwork::pattern).collect(Collectors.joining("|"));
    }

    /**
     * Matches addresses in the form in which Java writes them.
     *
     * @throws IllegalArgumentException in words, if it is neither an address nor a network
     */
    static String pattern(String network) {
        int slash = network.indexOf('/');
        byte[] address = address(network, slash < 0 ? network : network.substring(0, slash));
        int bits = address.length * 8;
        int fixed = slash < 0 ? bits : prefix(network, network.substring(slash + 1), bits);
        return address.length == 4 ? ip4(address, fixed) : ip6(network, address, fixed);
    }

    private static String ip4(byte[] address, int fixed) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < address.length; i++) {
            int free = IP4_BITS - Math.min(IP4_BITS, Math.max(0, fixed - i * IP4_BITS));
            int lowest = ((address[i] & 0xff) >> free) << free;
            parts.add(IntStream.range(lowest, lowest + (1 << free))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining("|", "(?:", ")")));
        }
        return String.join("\\.", parts);
    }

    private static String ip6(String network, byte[] address, int fixed) {
        if (fixed % IP6_BITS != 0) {
            throw new IllegalArgumentException("\""
                    + network
                    + "\" ends within a group: write an IPv6 network as /16, /32, /48, /64,"
                    + " /80, /96 or /112, or name the address alone");
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < address.length; i += 2) {
            parts.add(
                    i * 8 < fixed
                            ? Integer.toHexString(((address[i] & 0xff) << 8) | (address[i + 1] & 0xff))
                            : "[0-9a-f]{1,4}");
        }
        return String.join(":", parts);
    }

    private static byte[] address(String network, String address) {
        if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            try {
                return InetAddress.getByName(address).getAddress();
            } catch (UnknownHostException e) {
                throw noNetwork(network, e);
            }
        }
        throw noNetwork(network, null);
    }

    private static int prefix(String network, String prefix, int bits) {
        if (prefix.matches("[0-9]{1,3}")) {
            int fixed = Integer.parseInt(prefix);
            if (fixed >= 1 && fixed <= bits) {
                return fixed;
            }
        }
        throw noNetwork(network, null);
    }

    private static IllegalArgumentException noNetwork(String network, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "\""
                        + network
                        + "\" is neither an IP address nor a network such as 10.0.3.0/24, which"
                        + " must not hold everybody",
                cause);
    }
}
