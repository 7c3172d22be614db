package org.leadrelay.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * API keys of the systems that send leads: created, changed, revoked. The secret is shown once and kept only as
 * a hash; being 256 random bits, it needs no slow one.
 */
@Service
@RetryOnCollision
public class ApiKeys {

    private static final Wording WORDING = Wording.of(ApiKeys.class);

    private static final BearerSecret SECRET = new BearerSecret("lr_");

    private static final List<String> OTHER_WAYS_IN = List.of("api", "by hand", "web-to-lead", "correction");

    /** Begins the source of what people answered in tasks. */
    private static final String OF_A_TASK = "task ";

    private static final String SCOPES =
            Arrays.stream(KeyScope.values()).map(KeyScope::code).collect(Collectors.joining(", "));

    private final ApiKeyRepository keys;
    private final CurrentPerson currentPerson;
    private final OperationLog log;
    private final Clock clock;
    private final RecentUses uses = new RecentUses();

    ApiKeys(ApiKeyRepository keys, CurrentPerson currentPerson, OperationLog log, Clock clock) {
        this.keys = keys;
        this.currentPerson = currentPerson;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A key without its secret.
     *
     * @param origin whose records it brings in: with a record's own id it identifies the record
     * @param source the marketing channel of a record that names none
     * @param scopes what it opens; at least one
     */
    public record ApiKey(
            UUID id,
            String name,
            String origin,
            @Nullable String source,
            Set<KeyScope> scopes,
            String createdBy,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    /** A new key with its secret, which nobody can show again. */
    public record NewApiKey(ApiKey key, String secret) {}

    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        currentPerson.get().mustHave(Permission.ADMINISTER_KEYS);
        return keys.findAllByOrderByCreatedAtAscIdAsc().stream()
                .map(ApiKeyEntity::key)
                .toList();
    }

    /**
     * Makes a key. Administrators only.
     *
     * @throws Invalid when it opens nothing, or would bring in records as people do
     * @throws Conflict when a living key has that name
     */
    @Transactional
    public NewApiKey create(String name, @Nullable String origin, @Nullable String source, Set<KeyScope> scopes) {
        Actor actor = currentPerson.get();
        actor.mustHave(Permission.ADMINISTER_KEYS);
        String secret = SECRET.generate();
        String checkedName = AdministrationInput.text("name", name, 80);
        ApiKeyEntity key = new ApiKeyEntity(
                checkedName,
                origin(origin == null ? checkedName : origin),
                source == null ? null : AdministrationInput.text("source", source, 80),
                atLeastOne(scopes),
                BearerSecret.hash(secret),
                actor.login(),
                clock.instant());
        try {
            keys.saveAndFlush(key);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.text("keyTaken", checkedName));
        }
        note(Kind.KEY_ADDED, key.getId(), LineDetails.of("scopes", codes(scopes)));
        return new NewApiKey(key.key(), secret);
    }

    /**
     * Opens and closes parts of the API for a key, from its next call on. Administrators only.
     *
     * @throws Invalid when nothing would be left open
     * @throws Conflict when it is revoked
     */
    @Transactional
    public ApiKey open(UUID id, Set<KeyScope> scopes) {
        currentPerson.get().mustHave(Permission.ADMINISTER_KEYS);
        ApiKeyEntity key = find(id);
        Set<KeyScope> before = key.key().scopes();
        key.open(atLeastOne(scopes));
        if (key.key().revokedAt() != null) {
            throw new Conflict(WORDING.text("keyRevoked"));
        }
        LineDetails changed = LineDetails.ofChange("scopes", codes(before), codes(scopes));
        if (!changed.isEmpty()) {
            note(Kind.KEY_SCOPED, id, changed);
        }
        return key.key();
    }

    private static Set<KeyScope> atLeastOne(Set<KeyScope> scopes) {
        if (scopes.isEmpty()) {
            throw Invalid.field("scopes", WORDING.text("noScope", SCOPES));
        }
        return scopes;
    }

    /**
     * Other ways in bring their records under these names, and a key would reach those; a
     * correction is a person's and stands against what comes later.
     */
    private static String origin(String given) {
        String origin = AdministrationInput.text("origin", given, 80);
        if (OTHER_WAYS_IN.stream().anyMatch(each -> TextNormalizer.same(each, origin))
                || TextNormalizer.key(origin).startsWith(OF_A_TASK)) {
            throw Invalid.field("origin", WORDING.text("originReserved", origin));
        }
        return origin;
    }

    private ApiKeyEntity find(UUID id) {
        return keys.findById(id).orElseThrow(() -> new NotFound(WORDING.text("noKey")));
    }

    /** Ends a key at once. Administrators only; a key that is revoked already stays so. */
    @Transactional
    public void revoke(UUID id) {
        currentPerson.get().mustHave(Permission.ADMINISTER_KEYS);
        ApiKeyEntity key = find(id);
        if (key.key().revokedAt() == null) {
            key.revoke(clock.instant());
            note(
                    Kind.KEY_REVOKED,
                    id,
                    LineDetails.of("scopesBefore", codes(key.key().scopes())));
        }
    }

    private void note(Kind kind, UUID key, LineDetails details) {
        log.add(StreamKind.ACCESS, kind, key.toString(), details.map());
    }

    private static List<String> codes(Set<KeyScope> scopes) {
        return scopes.stream().map(KeyScope::code).sorted().toList();
    }

    /** The system that knows this secret; empty when none does, or its key is revoked. */
    @Transactional
    public Optional<Actor> authenticate(String secret) {
        if (!isOne(secret)) {
            return Optional.empty();
        }
        Optional<ApiKeyEntity> key = keys.findByHashAndRevokedAtIsNull(BearerSecret.hash(secret));
        key.ifPresent(this::noteUse);
        return key.map(ApiKeyEntity::system);
    }

    /** Once a minute is enough to see that a key is in use, and spares a write per request. */
    private void noteUse(ApiKeyEntity key) {
        if (uses.isFirst(key.getId())) {
            key.noteUse(clock.instant());
        }
    }

    /**
     * The scopes with these codes.
     *
     * @throws Invalid when there is no such scope
     */
    static Set<KeyScope> scopes(@Nullable Collection<String> codes) {
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String code : codes == null ? List.<String>of() : codes) {
            scopes.add(KeyScope.of(code)
                    .orElseThrow(() -> Invalid.field("scopes", WORDING.text("unknownScope", code, SCOPES))));
        }
        return scopes;
    }

    /** Whether this can be a key by its looks, whether anybody has it or not. */
    static boolean isOne(String secret) {
        return SECRET.matches(secret);
    }
}
