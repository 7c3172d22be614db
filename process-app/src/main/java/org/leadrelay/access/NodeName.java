package org.leadrelay.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How this node is called where people see it. */
final class NodeName {

    static final String NAME = name();

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
