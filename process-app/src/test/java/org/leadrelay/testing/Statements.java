package org.leadrelay.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The statements themselves; one that was prepared before by its name, such as {@code S_12}. */
    public static List<String> texts(Runnable deed) {
        Thread here = Thread.currentThread();
        List<String> sent = new ArrayList<>();
        Map<String, String> prepared = new HashMap<>();
        String[] bound = {""};
        Handler counting = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (Thread.currentThread() != here) {
                    return;
                }
                Matcher step = STEP.matcher(record.getMessage());
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
        return sent;
    }
}
