package org.leadrelay.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the statements that the JDBC driver sends on this thread, the ends of transactions included. */
public final class Statements {

    /** The driver's own log of what goes over the wire. */
    private static final Logger WIRE = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private Statements() {}

    public static int of(Runnable deed) {
        Thread here = Thread.currentThread();
        AtomicInteger sent = new AtomicInteger();
        Handler counting = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (Thread.currentThread() == here && record.getMessage().contains("FE=> Execute")) {
                    sent.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = WIRE.getLevel();
        boolean handed = WIRE.getUseParentHandlers();
        counting.setLevel(Level.ALL);
        WIRE.setUseParentHandlers(false);
        WIRE.addHandler(counting);
        WIRE.setLevel(Level.FINEST);
        try {
            deed.run();
        } finally {
            WIRE.setLevel(before);
            WIRE.removeHandler(counting);
            WIRE.setUseParentHandlers(handed);
        }
        return sent.get();
    }
}
