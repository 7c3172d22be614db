package org.leadrelay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP/1.1 as it is written, for what no well-behaved client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /**
     * Sends a request, whose lines end with {@code \n} here, from an address of this machine such
     * as {@code 127.0.0.2}, and answers all that comes back until the other end closes.
     */
    public static String ask(String from, int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0)) {
            return ask(socket, request);
        }
    }

    /** The same on a connection that is open, over TLS for instance. */
    public static String ask(Socket socket, String request) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return rest(socket.getInputStream());
    }

    private static String rest(InputStream answer) throws IOException {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
