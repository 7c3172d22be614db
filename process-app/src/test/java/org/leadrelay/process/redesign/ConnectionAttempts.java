package org.leadrelay.process.redesign;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Counter of what is connected to while it is open, by any thread: Java asks the proxy selector for each socket and each URL,
 * before it looks up the host, so that attempts that reach nobody count too.
 */
final class ConnectionAttempts extends ProxySelector implements AutoCloseable {

    private final ProxySelector before = ProxySelector.getDefault();
    private final Queue<URI> attempts = new ConcurrentLinkedQueue<>();
    private final int databasePort;

    /**
     * @param databasePort connections to it are the product's own
     */
    ConnectionAttempts(int databasePort) {
        this.databasePort = databasePort;
        ProxySelector.setDefault(this);
    }

    List<URI> seen() {
        return List.copyOf(attempts);
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getPort() != databasePort) {
            attempts.add(uri);
        }
        return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // it was counted when it was tried
    }

    @Override
    public void close() {
        ProxySelector.setDefault(before);
    }
}
