package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of the systems that send leads. The secret is shown once and kept only as a hash; being
 * 256 random bits, it needs no slow one.
 */
@Service
public class ApiKeys {

    static final String PREFIX = "lr_";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Boolean> useNoted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(USE_NOTED_EVERY).build();

    ApiKeys(JdbcClient jdbc, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * A key without its secret.
     *
     * @param origin whose records it brings in: with a record's own id it identifies the record
     * @param source the marketing channel of a record that names none
     */
    public record ApiKey(
            UUID id,
            String name,
            String origin,
            @Nullable String source,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    /** A new key with its secret, which nobody can show again. */
    public record NewApiKey(ApiKey key, String secret) {}

    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        return jdbc.sql("select * from api_key order by created_at, id")
                .query(ApiKeys::read)
                .list();
    }

    /**
     * Makes a key. Administrators only.
     *
     * @throws Conflict when a living key has that name
     */
    @Transactional
    public NewApiKey create(String name, @Nullable String origin, @Nullable String source) {
        Actor actor = currentPerson.get();
        actor.mustHave(Roles.ADMINISTRATOR);
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        String checkedName = Checked.text("name", name, 80);
        ApiKey key =
                new ApiKey(
                        UUID.randomUUID(),
                        checkedName,
                        origin == null ? checkedName : Checked.text("origin", origin, 80),
                        source == null ? null : Checked.text("source", source, 80),
                        actor.login(),
                        clock.instant(),
                        null,
                        null);
        int added =
                jdbc.sql(
                                """
                                insert into api_key (id, name, origin, source, hash, created_by, created_at)
                                values (:id, :name, :origin, :source, :hash, :createdBy, :createdAt)
                                on conflict do nothing""")
                        .param("id", key.id())
                        .param("name", key.name())
                        .param("origin", key.origin())
                        .param("source", key.source())
                        .param("hash", hash(secret))
                        .param("createdBy", key.createdBy())
                        .param("createdAt", key.createdAt().atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 0) {
            throw new Conflict(
                    "There is a key '"
                            + checkedName
                            + "' already. Revoke it, or choose another name.");
        }
        return new NewApiKey(key, secret);
    }

    /** Ends a key at once. Administrators only; a key that is revoked already stays so. */
    @Transactional
    public void revoke(UUID id) {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        int found =
                jdbc.sql(
                                """
                                update api_key set revoked_at = coalesce(revoked_at, :now)
                                where id = :id""")
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (found == 0) {
            throw new NotFound("There is no such key.");
        }
    }

    /** The system that knows this secret; empty when none does, or its key is revoked. */
    @Transactional
    public Optional<Actor> authenticate(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<ApiKey> key =
                jdbc.sql("select * from api_key where hash = :hash and revoked_at is null")
                        .param("hash", hash(secret))
                        .query(ApiKeys::read)
                        .optional();
        key.ifPresent(this::noteUse);
        return key.map(
                each ->
                        new Actor(
                                "key:" + each.name(),
                                each.name(),
                                Set.of(),
                                Set.of(),
                                true,
                                each.origin(),
                                each.source()));
    }

    /** Once a minute is enough to see that a key is in use, and spares a write per request. */
    private void noteUse(ApiKey key) {
        if (useNoted.asMap().putIfAbsent(key.id(), true) == null) {
            jdbc.sql("update api_key set last_used_at = :now where id = :id")
                    .param("id", key.id())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("origin"),
                row.getString("source"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
