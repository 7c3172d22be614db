package org.leadrelay.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal access tokens: what a person leaves with Camunda Modeler in place of the password. Whoever calls with one is that
 * person, with the permissions of now, and at that door only. The secret is shown once and kept as a hash; being 256 random
 * bits, it needs no slow one. A token ends by its date, by its person, and with its person's access.
 */
@Service
public class PersonTokens {

    /** Nobody has more of them that are good at a time. */
    public static final int MOST = 20;

    /** A token is good for so many days at most. */
    public static final int LONGEST_DAYS = 366;

    private static final Wording WORDING = Wording.of(PersonTokens.class);

    private static final BearerSecret SECRET = new BearerSecret("lrp_");

    private final PersonTokenTable tokens;
    private final PersonRepository persons;
    private final CurrentPerson currentPerson;
    private final OperationLog log;
    private final Clock clock;
    private final RecentUses uses = new RecentUses();

    PersonTokens(
            PersonTokenTable tokens,
            PersonRepository persons,
            CurrentPerson currentPerson,
            OperationLog log,
            Clock clock) {
        this.tokens = tokens;
        this.persons = persons;
        this.currentPerson = currentPerson;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A token without its secret.
     *
     * @param name where it is kept: "Modeler on my laptop"
     * @param until from then on it opens nothing
     */
    public record PersonToken(
            UUID id,
            String name,
            Instant madeAt,
            Instant until,
            @Nullable Instant lastUsedAt) {}

    /** A new token with its secret, which nobody can show again. */
    public record NewPersonToken(PersonToken token, String secret) {}

    /** The person's own that are not revoked, the newest first; also those whose date is past. */
    @Transactional(readOnly = true)
    public List<PersonToken> mine() {
        return tokens.of(currentPerson.get().login());
    }

    /**
     * Makes one for whoever asks.
     *
     * @param days for how many it is good, up to {@link #LONGEST_DAYS}
     * @throws Conflict when the person has one of that name, or too many
     */
    @Transactional
    public NewPersonToken make(String name, int days) {
        Actor person = currentPerson.get();
        person.mustHave(Permission.REDESIGN);
        String checked = AdministrationInput.text("name", name, 80);
        if (days < 1 || days > LONGEST_DAYS) {
            throw Invalid.field("days", WORDING.text("tokenDays", LONGEST_DAYS));
        }
        Instant now = clock.instant();
        if (persons.lock(person.login()).isEmpty()) {
            throw new NotFound(WORDING.text("nobody", person.login()));
        }
        if (tokens.good(person.login(), now) >= MOST) {
            throw new Conflict(WORDING.text("tokensTooMany", MOST));
        }
        String secret = SECRET.generate();
        PersonToken made = new PersonToken(UUID.randomUUID(), checked, now, now.plus(Duration.ofDays(days)), null);
        if (!tokens.add(person.login(), made, BearerSecret.hash(secret))) {
            throw new Conflict(WORDING.text("tokenTaken", checked));
        }
        note(Kind.TOKEN_MADE, person.login(), made.id(), made.until());
        return new NewPersonToken(made, secret);
    }

    /**
     * Ends one of the person's own at once.
     *
     * @throws NotFound when it is nobody's, somebody else's, or revoked already
     */
    @Transactional
    public void revoke(UUID id) {
        String login = currentPerson.get().login();
        if (!tokens.revoke(login, id, clock.instant())) {
            throw new NotFound(WORDING.text("noToken"));
        }
        note(Kind.TOKEN_REVOKED, login, id, null);
    }

    /** They do not come back with the access. */
    @EventListener
    void end(PersonDeactivated left) {
        tokens.revokeAll(left.login(), clock.instant())
                .forEach(each -> note(Kind.TOKEN_REVOKED, left.login(), each, null));
    }

    private void note(Kind kind, String login, UUID token, @Nullable Instant until) {
        log.add(
                StreamKind.ACCESS,
                kind,
                login,
                LineDetails.of("token", token).and("until", until).map());
    }

    /** Whether this can be a token by its looks, whether anybody has it or not. */
    static boolean isOne(String secret) {
        return SECRET.matches(secret);
    }

    /** The login of whoever has this token; empty when nobody has, or it is good no more. */
    @Transactional
    public Optional<String> owner(String secret) {
        if (!isOne(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<PersonTokenTable.Owned> found = tokens.find(BearerSecret.hash(secret), now);
        found.filter(each -> uses.isFirst(each.id())).ifPresent(each -> tokens.used(each.id(), now));
        return found.map(PersonTokenTable.Owned::login);
    }
}
