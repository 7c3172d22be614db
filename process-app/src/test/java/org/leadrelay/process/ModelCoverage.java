package org.leadrelay.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the process tests of this run have passed, read from the journey log itself. */
final class ModelCoverage {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

    private ModelCoverage() {}

    static void collect(JdbcClient jdbc) {
        PASSED.addAll(jdbc.sql("""
            select distinct definition_key || '#' || element_id from journey_log
            where kind in ('entered', 'flow')\
            """).query(String.class).list());
    }

    static boolean passed(String model, String element) {
        return PASSED.contains(model + "#" + element);
    }

    static boolean isEmpty() {
        return PASSED.isEmpty();
    }
}
