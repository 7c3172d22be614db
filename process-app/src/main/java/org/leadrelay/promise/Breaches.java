package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reasons for broken promises, asked from whoever holds the step. The answer is one of the charter's
 * {@code breachReasons}; it blocks nothing, and stays asked until it is given.
 */
@Service
public class Breaches {

    private static final Wording WORDING = Wording.of(Breaches.class);
    private static final String LIST = "breachReasons";
    private static final String OTHER = "other";
    private static final int LONGEST = 2_000;
    private static final Duration ASKED_FOR = Duration.ofDays(41);

    private final Ledger ledger;
    private final PromiseEndings endings;
    private final Charter charter;
    private final PromiseLines lines;
    private final CurrentPerson current;
    private final ApplicationEventPublisher events;
    private final PromiseClock clock;
    private final JdbcClient jdbc;

    Breaches(
            Ledger ledger,
            PromiseEndings endings,
            Charter charter,
            PromiseLines lines,
            CurrentPerson current,
            ApplicationEventPublisher events,
            PromiseClock clock,
            JdbcClient jdbc) {
        this.ledger = ledger;
        this.endings = endings;
        this.charter = charter;
        this.lines = lines;
        this.current = current;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** What may be answered, in words of the given language. */
    public List<Option> reasons(Locale locale) {
        return charter.options(LIST, locale);
    }

    /** The broken promise on this running step for which nobody said why, if there is one. */
    @Transactional(readOnly = true)
    public Optional<UUID> unexplained(UUID leadId, String element) {
        return jdbc.sql("""
            select id from promise
            where lead_id = ? and element = ? and ended_at is null and reason is null
                and paused_at is null and waits_until is null and due_at <= ?
            """)
                .params(leadId, element, Sql.time(clock.now()))
                .query(UUID.class)
                .optional();
    }

    /**
     * How many promises of the last six weeks broke in the current person's hands and have ended
     * without anybody saying why.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long unexplained() {
        return jdbc.sql("""
            select count(*) from promise
            where holder = ? and state = 'broken' and reason is null and ended_at is not null
                and due_at > ?
            """)
                .params(current.get().login(), Sql.time(clock.now().minus(ASKED_FOR)))
                .query(Long.class)
                .single();
    }

    /**
     * The current person says why.
     *
     * @param reason a code of the agreed list
     * @param words needed for {@code other}; never part of the journey log
     * @throws NotFound when there is no such promise
     * @throws Forbidden when another person holds or held the step
     * @throws Conflict when it is not broken, or was explained already
     * @throws Invalid when the reason is not an agreed one
     */
    @Transactional
    public void explain(UUID promiseId, @Nullable String reason, @Nullable String words) {
        Actor actor = current.get();
        PromiseEntity promise =
                ledger.lock(promiseId).orElseThrow(() -> new NotFound(WORDING.text("noPromise", promiseId)));
        mustHold(promise, actor);
        if (!promise.isBroken() && !(promise.isRunning() && endings.broken(promise.leadId(), promise.clause()))) {
            throw new Conflict(WORDING.text("notBroken"));
        }
        if (promise.reason() != null) {
            throw new Conflict(WORDING.text("explained"));
        }
        String said = words == null ? "" : words.strip();
        check(reason, said);
        Instant now = clock.now();
        promise.explain(String.valueOf(reason), actor.login(), now);
        lines.reason(promise, now, String.valueOf(reason), actor.login(), said);
        if (!said.isEmpty()) {
            keep(promiseId, said, actor, now);
        }
        events.publishEvent(new PromiseExplained(promiseId, !promise.isRunning()));
    }

    private void check(@Nullable String reason, String words) {
        if (reason == null
                || charter.options(LIST, Locale.ENGLISH).stream()
                        .noneMatch(agreed -> agreed.value().equals(reason))) {
            throw Invalid.field("reason", WORDING.text("reason"));
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0 || (words.isEmpty() && reason.equals(OTHER))) {
            throw Invalid.field("words", WORDING.text("words", LONGEST));
        }
    }

    private void keep(UUID promiseId, String words, Actor actor, Instant now) {
        jdbc.sql("insert into promise_words (promise_id, words, person, written_at) values (?, ?, ?, ?)")
                .params(promiseId, words, actor.login(), Sql.time(now))
                .update();
    }

    /** Whoever holds the step, or held it when it ended; where nobody did, any of its role. */
    private void mustHold(PromiseEntity promise, Actor actor) {
        String holder = promise.holder();
        boolean theirs = holder == null ? actor.roles().contains(promise.role()) : holder.equals(actor.login());
        if (!theirs) {
            throw new Forbidden(WORDING.text("notHolder"));
        }
    }
}
