package org.leadrelay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.LoginAttemptTable.Failed;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Audit trail of logins, wrong passwords and ended sessions. Wrong passwords are counted in {@code login_attempt}
 * anyway; from there they become a line for each series and minute, so that who attacks the door does not fill the log.
 */
@Component
class LoginLog {

    /** A try counts as failed until its password was found to be right, which takes a moment. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(2);

    private static final Duration SERIES_TOLD_EVERY = Duration.ofMinutes(1);

    /** HTTP Basic and tokens log in with every call. */
    private static final Duration CALLS_TOLD_EVERY = Duration.ofHours(1);

    private static final String UNKNOWN = "unknown";

    private final OperationLog log;
    private final SessionTable sessions;
    private final LoginAttemptTable attempts;
    private final CurrentPerson currentPerson;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Cache<String, Boolean> callsTold = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(CALLS_TOLD_EVERY)
            .build();

    LoginLog(
            OperationLog log,
            SessionTable sessions,
            LoginAttemptTable attempts,
            CurrentPerson currentPerson,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.log = log;
        this.sessions = sessions;
        this.attempts = attempts;
        this.currentPerson = currentPerson;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Somebody logged in on the login page. */
    void began(PersonSession session) {
        as(Actor.onBehalfOf(session.login()), () -> {
            sessions.add(session);
            log.add(
                    StreamKind.ACCESS,
                    Kind.LOGGED_IN,
                    session.login(),
                    LineDetails.of("way", "form").and("session", session.id()).map());
        });
    }

    /** A password came with a call; logged once an hour for each address. */
    void basic(String login, String address) {
        called(login, address, "basic");
    }

    /** The same of a personal token. */
    void token(String login, String address) {
        called(login, address, "token");
    }

    private void called(String login, String address, String way) {
        Boolean unused = callsTold.get(way + ' ' + login + ' ' + address, any -> {
            as(
                    Actor.onBehalfOf(login),
                    () -> log.add(
                            StreamKind.ACCESS,
                            Kind.LOGGED_IN,
                            login,
                            LineDetails.of("way", way).map()));
            return true;
        });
    }

    /** A session is over, and its row goes. Whoever ended somebody's from elsewhere has told so. */
    void ended(UUID session, String login, SessionEnd why) {
        Actor by = why == SessionEnd.LOGGED_OUT ? Actor.onBehalfOf(login) : Actor.SYSTEM;
        as(by, () -> {
            sessions.remove(session);
            if (why != SessionEnd.ENDED) {
                told(session, login, why.word());
            }
        });
    }

    /** The sessions of a node that died. */
    int forgotten() {
        List<PersonSession> gone = new ArrayList<>();
        as(Actor.SYSTEM, () -> {
            gone.addAll(sessions.removeForgotten());
            gone.forEach(each -> told(each.id(), each.login(), "node-gone"));
        });
        return gone.size();
    }

    /** Within the transaction that ended it. */
    void told(UUID session, String login, String why) {
        log.add(
                StreamKind.ACCESS,
                Kind.SESSION_ENDED,
                login,
                LineDetails.of("session", session).and("why", why).map());
    }

    /** Lines for what failed since the last ones: one for each known login, one for all that nobody has. */
    int failed() {
        Instant now = clock.instant();
        List<Failed> failed = attempts.unlogged(now, now.minus(SETTLED_AFTER), now.minus(SERIES_TOLD_EVERY));
        failed.stream().filter(Failed::known).forEach(each -> told(each.login(), each, 1, now));
        for (ThrottleKind kind : List.of(ThrottleKind.LOGIN, ThrottleKind.KEY)) {
            List<Failed> unknown = failed.stream()
                    .filter(each -> each.kind() == kind && !each.known())
                    .toList();
            unknown.stream()
                    .reduce(Failed::and)
                    .ifPresent(
                            sum -> told(kind == ThrottleKind.KEY ? "unknown-key" : UNKNOWN, sum, unknown.size(), now));
        }
        return failed.size();
    }

    private void told(String subject, Failed series, int several, Instant now) {
        log.add(
                StreamKind.ACCESS,
                Kind.LOGIN_FAILED,
                subject,
                LineDetails.of("tries", series.tries())
                        .and("series", several)
                        .and("since", series.since())
                        .and("last", series.last())
                        .and("blockedUntil", series.blockedUntil().isAfter(now) ? series.blockedUntil() : null)
                        .map());
    }

    /** Whoever asks may be nobody yet, or no longer. */
    private void as(Actor actor, Runnable work) {
        currentPerson.as(actor, () -> {
            transaction.executeWithoutResult(status -> work.run());
            return actor;
        });
    }
}
