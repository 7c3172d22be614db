package org.leadrelay.nurture;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Update of touches by mail with what became of their mail: planned as sent, they are skipped where it did not leave. */
@Component
class TouchStates {

    private final JdbcClient jdbc;

    TouchStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mail with this key left. */
    void sent(String key) {
        set(List.of(key), "sent", null);
    }

    /** The mails with these keys do not leave. */
    void skipped(Collection<String> keys, String reason) {
        set(keys, "skipped", reason);
    }

    private void set(Collection<String> keys, String state, @Nullable String reason) {
        jdbc.sql("update touch set state = :state, reason = :reason where outbox_key = any(:keys)")
                .param("state", state)
                .param("reason", reason)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }
}
