package org.leadrelay.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Client address as the rate limiter counts it: an IPv4 address, or the /64 network of an IPv6 one, because one
 * household has that many addresses.
 */
final class ClientAddress {

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST = 64;
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** From where this login came; the container has seen to what proxies say. */
    static String of(@Nullable Authentication login) {
        return login != null && login.getDetails() instanceof WebAuthenticationDetails details
                ? of(details.getRemoteAddress())
                : UNKNOWN;
    }

    static String of(@Nullable String remoteAddress) {
        if (remoteAddress == null || remoteAddress.isBlank()) {
            return UNKNOWN;
        }
        String address = remoteAddress.strip();
        if (address.indexOf(':') < 0) {
            return shortened(address);
        }
        try {
            // With a colon it is never looked up as a name.
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address ? network(parsed) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return shortened(address);
        }
    }

    private static String network(InetAddress address) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
    }
}
