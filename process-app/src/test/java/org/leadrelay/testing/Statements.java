package org.leadrelay.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the statements that the JDBC driver sends on this thread, the ends of transactions included. */
public final class Statements {

    /** The driver's own log of what goes over the wire. */
    private static final Logger WIRE = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    /** Parse tells a statement's text, Bind which one is meant, Execute that it is sent. */
    private static final Pattern STEP = Pattern.compile(
            "FE=> (?:Parse\\(stmt=(?<parsed>\\w+),query=\"(?<query>.*?)\",oids|Bind\\(stmt=(?<bound>\\w+)|Execute)",
            Pattern.DOTALL);

    private Statements() {}

    public static int of(Runnable deed) {
        return texts(deed).size();
    }

    /** How often the driver waited for the server: several statements can go together. */
    public static int roundTrips(Runnable deed) {
        AtomicInteger syncs = new AtomicInteger();
        watch(deed, message -> syncs.addAndGet(message.contains("FE=> Sync") ? 1 : 0));
        return syncs.get();
    }

    /** The statements themselves; one that was prepared before by its name, such as {@code S_12}. */
    public static List<String> texts(Runnable deed) {
        List<String> sent = new ArrayList<>();
        Map<String, String> prepared = new HashMap<>();
        String[] bound = {""};
        watch(deed, message -> {
            Matcher step = STEP.matcher(message);
            if (!step.find()) {
                return;
            }
            if (step.group("query") != null) {
                prepared.put(step.group("parsed"), step.group("query"));
            } else if (step.group("bound") != null) {
                bound[0] = prepared.getOrDefault(step.group("bound"), step.group("bound"));
            } else {
                sent.add(bound[0]);
            }
        });
        return sent;
    }

    /** Passes on what the driver logs of its messages on this thread. */
    private static void watch(Runnable deed, Consumer<String> messages) {
        Thread here = Thread.currentThread();
        Handler each = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (Thread.currentThread() == here) {
                    messages.accept(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = WIRE.getLevel();
        boolean handed = WIRE.getUseParentHandlers();
        each.setLevel(Level.ALL);
        WIRE.setUseParentHandlers(false);
        WIRE.addHandler(each);
        WIRE.setLevel(Level.FINEST);
        try {
            deed.run();
        } finally {
            WIRE.setLevel(before);
            WIRE.removeHandler(each);
            WIRE.setUseParentHandlers(handed);
        }
    }
}
