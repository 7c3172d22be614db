package org.leadrelay.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Batch of inserts into several tables as one statement, a {@code WITH} clause: one round trip, one plan. All of them see what
 * was there before the statement, and none what another one inserts.
 */
public final class InsertBatch {

    private final List<String> inserts = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param insert with a {@code ?} for each value
     */
    public void add(String insert, @Nullable Object... parameters) {
        inserts.add(insert);
        values.addAll(Arrays.asList(parameters));
    }

    /** Does nothing when none was added. */
    public void execute(JdbcClient jdbc) {
        if (!inserts.isEmpty()) {
            jdbc.sql(sql()).params(values).update();
        }
    }

    private String sql() {
        WithClause with = new WithClause("insert_");
        int last = inserts.size() - 1;
        inserts.subList(0, last).forEach(with::add);
        return with.before(inserts.get(last));
    }
}
