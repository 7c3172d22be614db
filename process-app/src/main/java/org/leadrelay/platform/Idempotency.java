package org.leadrelay.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Idempotency keys: the key, the work and the answer commit together, and a second request with the same key
 * waits for the first. A collision is repeated behind the scenes.
 */
@Component
public class Idempotency {

    private static final int LONGEST_KEY = 200;
    private static final int DAYS_KEPT = 7;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;
    private final CollisionRetry retry;
    private final TransactionTemplate transaction;

    Idempotency(
            JdbcClient jdbc,
            Clock clock,
            ObjectMapper json,
            CollisionRetry retry,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The work's answer, or that of the request with the same key.
     *
     * @param key null does the work in any case
     * @throws Invalid when the key came with another body before
     */
    public <T> T once(String caller, @Nullable String key, String body, Class<T> type, Supplier<T> work) {
        return retry.retried(() -> {
            T answer = transaction.execute(status -> key == null ? work.get() : keyed(caller, key, body, type, work));
            if (answer == null) {
                throw new IllegalStateException("A request without an answer.");
            }
            return answer;
        });
    }

    /** Refuses a key that cannot be kept. */
    public static @Nullable String checked(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw Invalid.field(
                    "Idempotency-Key",
                    "The key has at most %d characters and no control character.".formatted(LONGEST_KEY),
                    "Send a UUID, for example.");
        }
        return key;
    }

    private <T> T keyed(String caller, String key, String body, Class<T> type, Supplier<T> work) {
        String hash = Sha256.hex(body);
        boolean first = jdbc.sql("""
            insert into idempotency (caller, key, body_hash, at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
                        .params(caller, key, hash, Sql.time(clock.instant()))
                        .update()
                == 1;
        if (!first) {
            return earlier(caller, key, hash, type);
        }
        T answer = work.get();
        jdbc.sql("update idempotency set answer = cast(? as jsonb) where caller = ? and key = ?")
                .params(write(answer), caller, key)
                .update();
        return answer;
    }

    private record Earlier(String hash, @Nullable String answer) {}

    private <T> T earlier(String caller, String key, String hash, Class<T> type) {
        Earlier earlier = jdbc.sql("select body_hash, answer from idempotency where caller = ? and key = ?")
                .params(caller, key)
                .query((row, any) -> new Earlier(row.getString(1), row.getString(2)))
                .single();
        if (!earlier.hash().equals(hash) || earlier.answer() == null) {
            throw Invalid.field(
                    "Idempotency-Key",
                    "This key was used for another request.",
                    "Send each request with a key of its own.");
        }
        try {
            return json.readValue(earlier.answer(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An earlier answer cannot be read.", e);
        }
    }

    /** Keys are forgotten after a week; says how many were. */
    public int sweep() {
        return jdbc.sql("delete from idempotency where at < ?")
                .param(Sql.time(clock.instant()).minusDays(DAYS_KEPT))
                .update();
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be kept.", e);
        }
    }
}
