package org.leadrelay.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.Supplier;

/** Size-limited request body stream. */
final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final Supplier<TooLarge> refusal;
    private long left;

    LimitedStream(ServletInputStream body, long limit, Supplier<TooLarge> refusal) {
        this.body = body;
        this.left = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int read = body.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = body.read(into, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw refusal.get();
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
