package org.leadrelay.nurture.text;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the texts that people sent to themselves, as they were at that moment. */
@Component
class TestMailTable {

    private final JdbcClient jdbc;
    private final AdvisoryLock lock;
    private final Clock clock;

    TestMailTable(JdbcClient jdbc, AdvisoryLock lock, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.clock = clock;
    }

    record TestMail(
            String login,
            TextKey key,
            Language language,
            TextContent content,
            @Nullable UUID leadId) {}

    /** Two requests of one person are counted one after the other. */
    void lock(String login) {
        lock.awaitUntilCommit("org.leadrelay.nurture.text.test " + login);
    }

    /** When the oldest of so many was sent; empty while there are fewer. */
    Optional<Instant> oldestOf(String login, Instant since, int many) {
        return jdbc.sql("select at from nurture_text_test where login = ? and at > ? order by at desc offset ? limit 1")
                .params(login, Sql.time(since), many - 1)
                .query((row, any) -> Sql.instant(row, "at"))
                .optional();
    }

    UUID add(String login, TextKey key, Language language, TextContent content, @Nullable UUID lead) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into nurture_text_test (id, login, track, step, language, content, lead_id, at)
            values (:id, :login, :track, :step, :language, :content, :lead::uuid, :now)
            """)
                .param("id", id)
                .param("login", login)
                .param("track", key.track())
                .param("step", key.step())
                .param("language", language.code())
                .param("content", content.file())
                .param("lead", lead)
                .param("now", Sql.time(clock.instant()))
                .update();
        return id;
    }

    Optional<TestMail> find(UUID id) {
        return jdbc.sql("select * from nurture_text_test where id = ?")
                .param(id)
                .query((row, any) -> new TestMail(
                        row.getString("login"),
                        new TextKey(row.getString("track"), row.getString("step")),
                        TextKey.language(row.getString("language")),
                        TextContent.parse(row.getString("content")),
                        Sql.uuidOrNull(row, "lead_id")))
                .optional();
    }

    int removeBefore(Instant sent) {
        return jdbc.sql("delete from nurture_text_test where at < ?")
                .param(Sql.time(sent))
                .update();
    }
}
