package org.leadrelay.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Host name of this node, as administrators see it in lists. */
public final class NodeName {

    public static final String NAME = name();

    private NodeName() {}

    private static String name() {
        String host = System.getenv("HOSTNAME");
        if (host != null && !host.isBlank()) {
            return host;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
