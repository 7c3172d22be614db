package org.leadrelay.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail that is to leave, written in the transaction of its cause: no mail without its deed, and no
 * deed without its mail. It is sent afterwards, and kept while the mail server is down.
 */
@Service
@Transactional
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a mail to a lead.
     *
     * @param key names the mail: a second one of the same key is not written
     * @param template name of the text in the mail bundles
     */
    public void toLead(String key, UUID leadId, String template) {
        put(key, leadId, null, template);
    }

    /** Writes a mail to a person who works with the product; see {@link #toLead}. */
    public void toPerson(String key, String login, String template) {
        put(key, null, login, template);
    }

    private void put(String key, @Nullable UUID leadId, @Nullable String login, String template) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into mail_outbox (id, key, lead_id, login, template, next_try, created_at)
                        values (:id, :key, :lead::uuid, :login, :template, :now, :now)
                        on conflict (key) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("lead", leadId)
                .param("login", login)
                .param("template", template)
                .param("now", now)
                .update();
    }
}
