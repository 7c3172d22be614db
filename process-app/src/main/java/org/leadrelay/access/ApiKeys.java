package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of the systems that send leads. The secret is shown once and kept only as a hash; being
 * 256 random bits, it needs no slow one.
 */
@Service
public class ApiKeys {

    private static final Wording WORDING = Wording.of(ApiKeys.class);

    static final String PREFIX = "lr_";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;
    private final CurrentPerson currentPerson;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Boolean> useNoted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(USE_NOTED_EVERY).build();

    ApiKeys(ApiKeyRepository keys, CurrentPerson currentPerson, Clock clock) {
        this.keys = keys;
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
        return keys.findAllByOrderByCreatedAtAscIdAsc().stream().map(ApiKeyEntity::key).toList();
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
        ApiKeyEntity key =
                new ApiKeyEntity(
                        checkedName,
                        origin == null ? checkedName : Checked.text("origin", origin, 80),
                        source == null ? null : Checked.text("source", source, 80),
                        hash(secret),
                        actor.login(),
                        clock.instant());
        try {
            keys.saveAndFlush(key);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.say("keyTaken", checkedName));
        }
        return new NewApiKey(key.key(), secret);
    }

    /** Ends a key at once. Administrators only; a key that is revoked already stays so. */
    @Transactional
    public void revoke(UUID id) {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
        keys.findById(id)
                .orElseThrow(() -> new NotFound(WORDING.say("noKey")))
                .revoke(clock.instant());
    }

    /** The system that knows this secret; empty when none does, or its key is revoked. */
    @Transactional
    public Optional<Actor> authenticate(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<ApiKeyEntity> key = keys.findByHashAndRevokedAtIsNull(hash(secret));
        key.ifPresent(this::noteUse);
        return key.map(ApiKeyEntity::system);
    }

    /** Once a minute is enough to see that a key is in use, and spares a write per request. */
    private void noteUse(ApiKeyEntity key) {
        if (useNoted.asMap().putIfAbsent(key.getId(), true) == null) {
            key.noteUse(clock.instant());
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
}
