package org.leadrelay.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.LoginAttemptTable.Count;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Login lockouts (brute-force protection), listed and lifted by administrators. */
@Service
public class LoginBlocks {

    /** Nobody waits longer than this after the last try that was checked. */
    public static final Duration LONGEST = Arrays.stream(ThrottleKind.values())
            .map(each -> each.limit().longest())
            .max(Comparator.naturalOrder())
            .orElseThrow();

    private static final Logger LOG = LoggerFactory.getLogger(LoginBlocks.class);
    private static final Wording WORDING = Wording.of(LoginBlocks.class);
    private static final Duration SAID_IN_SECONDS = Duration.ofSeconds(90);
    private static final int SECONDS_STEP = 5;

    private final LoginAttemptTable attempts;
    private final CurrentPerson currentPerson;
    private final OperationLog log;
    private final Clock clock;

    LoginBlocks(LoginAttemptTable attempts, CurrentPerson currentPerson, OperationLog log, Clock clock) {
        this.attempts = attempts;
        this.currentPerson = currentPerson;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A block.
     *
     * @param kind {@code pair} of login and address, {@code login}, {@code address}, or {@code key}
     *     for unknown API keys
     * @param address an IPv4 address, or the network of an IPv6 one
     * @param failures how many wrong tries count
     * @param since when the first of them was
     */
    public record LoginBlock(
            long id,
            String kind,
            @Nullable String login,
            @Nullable String address,
            int failures,
            Instant since,
            Instant until) {}

    /** All that are blocked now. Administrators only. */
    @Transactional(readOnly = true)
    public List<LoginBlock> all() {
        currentPerson.get().mustHave(Permission.LIFT_LOGIN_BLOCKS);
        return attempts.blocked(clock.instant());
    }

    /**
     * Lifts a block, and forgets what was counted. Administrators only.
     *
     * @throws NotFound when it has ended meanwhile
     */
    @Transactional
    public void lift(long id) {
        Actor actor = currentPerson.get();
        actor.mustHave(Permission.LIFT_LOGIN_BLOCKS);
        Count lifted = attempts.remove(id).orElseThrow(() -> new NotFound(WORDING.text("noBlock")));
        log.add(
                StreamKind.ACCESS,
                Kind.LOGIN_BLOCK_LIFTED,
                Long.toString(id),
                LineDetails.of("block", lifted.kind().code())
                        .and("failures", lifted.failures())
                        .and("blockedUntilBefore", lifted.blockedUntil())
                        .map());
        LOG.info("'{}' lifted the block {} of a login", actor.login(), id);
    }

    /** What whoever is refused is told: when to try again. */
    public static String words(Duration wait) {
        if (wait.compareTo(SAID_IN_SECONDS) > 0) {
            return WORDING.text("blockedMinutes", wait.plusSeconds(59).toMinutes());
        }
        long steps = (Math.max(1, wait.toMillis()) + SECONDS_STEP * 1000L - 1) / (SECONDS_STEP * 1000L);
        return WORDING.text("blockedSeconds", steps * SECONDS_STEP);
    }
}
