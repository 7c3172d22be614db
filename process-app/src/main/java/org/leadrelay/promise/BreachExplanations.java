package org.leadrelay.promise;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Queries of what people wrote about broken promises, beside the agreed reason. */
@Service
public class BreachExplanations {

    private final JdbcClient jdbc;

    BreachExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By promise; none of one about which nothing was written. Whoever calls has checked who may see the lead. */
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> promises) {
        Map<UUID, String> words = new HashMap<>();
        if (!promises.isEmpty()) {
            jdbc.sql("select promise_id, words from promise_words where promise_id = any(?)")
                    .param(promises.toArray(UUID[]::new))
                    .query(row -> {
                        words.put(row.getObject("promise_id", UUID.class), row.getString("words"));
                    });
        }
        return words;
    }
}
