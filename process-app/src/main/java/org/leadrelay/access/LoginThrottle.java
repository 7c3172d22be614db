package org.leadrelay.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.leadrelay.access.LoginAttemptTable.Count;
import org.leadrelay.access.LoginAttemptTable.Subject;
import org.leadrelay.platform.TooManyRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rate limiter (brute-force protection) in front of every check of a password, shared by all nodes.
 * A try is counted before it is checked, so that as many at once are no way around, and given back
 * when the password was right. While a try is refused nothing is checked and nothing counted: who
 * goes on trying makes no wait longer.
 *
 * <p>Whoever has logged in from an address before is bound there by the pair of login and address
 * alone: nobody locks them out by guessing from elsewhere.
 */
@Component
class LoginThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

    private final LoginAttemptTable attempts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginThrottle(LoginAttemptTable attempts, PlatformTransactionManager transactions, Clock clock) {
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** A try that may be checked; its counts stand as if it had failed already. */
    record Attempt(String login, String address, List<Count> counts) {
        Attempt {
            counts = List.copyOf(counts);
        }
    }

    /**
     * Asks for one check of a password.
     *
     * @param login normalised; nobody need have it
     * @throws TooManyRequests when none is to be had now
     */
    Attempt take(String login, String address) {
        return take(
                login,
                address,
                List.of(
                        new Subject(ThrottleKind.ADDRESS, "", address),
                        new Subject(ThrottleKind.LOGIN, login, ""),
                        pair(login, address)));
    }

    /** The password was right: nothing is counted against the pair any more. */
    void succeeded(Attempt attempt) {
        for (Count each : attempt.counts()) {
            if (each.kind() == ThrottleKind.PAIR) {
                attempts.delete(each.id());
            } else {
                attempts.giveBack(each);
            }
        }
        attempts.noteKnown(attempt.login(), attempt.address(), clock.instant());
    }

    /** The password was wrong, which is counted already. */
    void failed(Attempt attempt) {
        Instant now = clock.instant();
        attempt.counts().stream()
                .filter(each -> each.blockedUntil().isAfter(now))
                .forEach(each -> LOG.warn(
                        "Login '{}' from {}: {} wrong tries by {}, no other before" + " {}",
                        attempt.login(),
                        attempt.address(),
                        each.failures(),
                        each.kind().code(),
                        each.blockedUntil()));
    }

    /**
     * Refuses while this pair of login and address is blocked, also where a right password would
     * not be checked again.
     */
    void mustBeOpen(String login, String address) {
        Instant now = clock.instant();
        attempts.blockedUntil(pair(login, address))
                .filter(until -> until.isAfter(now))
                .ifPresent(until -> refuse(Duration.between(now, until)));
    }

    /**
     * Counts an API key that nobody has. Known ones pass meanwhile: 256 random bits are not
     * guessed, and a system is not to stop for its neighbour's mistake.
     *
     * @throws TooManyRequests after many of them from one address
     */
    void unknownKey(String address) {
        failed(take("", address, List.of(new Subject(ThrottleKind.KEY, "", address))));
    }

    private Attempt take(String login, String address, List<Subject> subjects) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Count> counts = attempts.lock(subjects, now);
            // Thrown in here, so that a refused try leaves no row behind.
            wait(counts, login, address, now).ifPresent(LoginThrottle::refuse);
            return new Attempt(login, address, counted(counts, now));
        }));
    }

    private Optional<Duration> wait(List<Count> counts, String login, String address, Instant now) {
        List<Count> blocked =
                counts.stream().filter(each -> each.blockedUntil().isAfter(now)).toList();
        boolean pairIsOpen = blocked.stream()
                .allMatch(each -> each.kind() == ThrottleKind.ADDRESS || each.kind() == ThrottleKind.LOGIN);
        if (blocked.isEmpty() || (pairIsOpen && attempts.isKnown(login, address))) {
            return Optional.empty();
        }
        return blocked.stream()
                .map(each -> Duration.between(now, each.blockedUntil()))
                .max(Comparator.naturalOrder());
    }

    private List<Count> counted(List<Count> counts, Instant now) {
        List<Count> counted = new ArrayList<>();
        for (Count each : counts) {
            ThrottleLimit limit = each.kind().limit();
            int level = limit.level(each.failures(), each.lastAt(), now);
            Instant until = now.plus(limit.delay(level + 1));
            Count next = new Count(
                    each.id(),
                    each.kind(),
                    each.login(),
                    level + 1,
                    level == 0 ? now : each.since(),
                    now,
                    until.isAfter(each.blockedUntil()) ? until : each.blockedUntil());
            attempts.save(next);
            counted.add(next);
        }
        return counted;
    }

    private static Subject pair(String login, String address) {
        return new Subject(ThrottleKind.PAIR, login, address);
    }

    private static void refuse(Duration wait) {
        throw new TooManyRequests(LoginBlocks.words(wait), wait);
    }
}
