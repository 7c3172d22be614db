package org.leadrelay.ui.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Requests to the running demo as bytes on a socket, for what no client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] PIECE = piece();

    private RawHttp() {}

    /** What came back, as text. */
    public record Answer(String text) {

        public int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }

        /** The header, or nothing. */
        public String header(String name) {
            String wanted = name.toLowerCase(Locale.ROOT) + ":";
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                    .map(line -> line.substring(wanted.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The head of a request, without the empty line that ends it. */
    public static String head(String method, String path, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        Arrays.stream(headers).forEach(each -> head.append(each).append("\r\n"));
        return head.append("Connection: close\r\n").toString();
    }

    /** A header that logs in to REST with the demo's password. */
    public static String as(String login) {
        byte[] said = (login + ":demo").getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(said);
    }

    /** Sends the head and then text as it stands. */
    public static Answer send(String head, String body) throws IOException {
        return exchange(head, out -> out.write(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends the head with an announced length, and that many bytes until nobody reads them. */
    public static Answer sendBytes(String head, long bytes) throws IOException {
        return exchange(head + "Content-Length: " + bytes + "\r\n", out -> {
            for (long left = bytes; left > 0; left -= PIECE.length) {
                out.write(PIECE, 0, (int) Math.min(left, PIECE.length));
            }
        });
    }

    /** The same in chunks, without an announced length. */
    public static Answer sendChunks(String head, String start, long bytes) throws IOException {
        return exchange(head + "Transfer-Encoding: chunked\r\n", out -> {
            chunk(out, start.getBytes(StandardCharsets.UTF_8));
            for (long left = bytes; left > 0; left -= PIECE.length) {
                chunk(out, PIECE);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private interface Body {
        void to(OutputStream out) throws IOException;
    }

    private static Answer exchange(String head, Body body) throws IOException {
        URI address = URI.create(RunningDemo.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            try {
                body.to(out);
                out.flush();
            } catch (IOException closed) {
                // The server has answered and reads no more: what it said can still be read.
            }
            return new Answer(read(socket.getInputStream()));
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int read = in.read(buffer);
            while (read >= 0 && !isWhole(all, buffer, read)) {
                read = in.read(buffer);
            }
        } catch (java.net.SocketException reset) {
            // The rest of an answer to somebody who was still sending.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The server may keep the connection for a while to read what it has refused. */
    private static boolean isWhole(ByteArrayOutputStream all, byte[] more, int length) {
        all.write(more, 0, length);
        Answer answer = new Answer(all.toString(StandardCharsets.ISO_8859_1));
        String announced = answer.header("Content-Length");
        return answer.text().contains("\r\n\r\n")
                && (answer.text().endsWith("\r\n0\r\n\r\n")
                        || (!announced.isEmpty() && answer.body().length() >= Integer.parseInt(announced)));
    }

    private static byte[] piece() {
        byte[] piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) ' ');
        return piece;
    }
}
