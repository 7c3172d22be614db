package org.leadrelay.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Durable queue of web forms: whoever sends one is answered as soon as it is stored, so that neither the answer nor
 * its time tells what is known of an address. Each form is captured and leaves the queue in one transaction; one node
 * at a time empties it, in the order in which the forms came. Failures are retried with back-off and block no other
 * form.
 */
@Component
class WebFormQueue implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(WebFormQueue.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 9;

    private final JdbcClient jdbc;
    private final AdvisoryLock lock;
    private final ObjectMapper json;
    private final LeadCapture captures;
    private final CollisionRetry retry;
    private final CurrentPerson person;
    private final Clock clock;

    WebFormQueue(
            JdbcClient jdbc,
            AdvisoryLock lock,
            ObjectMapper json,
            LeadCapture captures,
            CollisionRetry retry,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
        this.captures = captures;
        this.retry = retry;
        this.person = person;
        this.clock = clock;
    }

    private record Submission(long id, String capture, int tries) {

        static Submission of(ResultSet row, int number) throws SQLException {
            return new Submission(row.getLong("id"), row.getString("capture"), row.getInt("tries"));
        }
    }

    /** The form whose capture failed; its transaction is rolled back. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Submission submission;

        Failed(Submission submission, RuntimeException cause) {
            super(cause);
            this.submission = submission;
        }
    }

    /** Stores a form that was checked; it is safe when this returns. */
    void add(Capture capture) {
        Instant now = clock.instant();
        jdbc.sql("""
            insert into web_form_submission (received_at, capture, next_try)
            values (:now, cast(:capture as json), :now)
            """)
                .param("now", Sql.time(now))
                .param("capture", write(capture))
                .update();
    }

    /** Takes in all that wait. */
    @Override
    public int sweep() {
        int taken = 0;
        for (boolean more = true; more; ) {
            try {
                more = person.as(Actor.SYSTEM, () -> retry.inTransaction(this::takeNext));
                taken += more ? 1 : 0;
            } catch (Failed failed) {
                postpone(failed);
            }
        }
        return taken;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("""
            select next_try from web_form_submission where next_try > ?
            order by next_try limit 1
            """)
                .param(Sql.time(after))
                .query((row, any) -> Sql.instant(row, 1))
                .optional();
    }

    private boolean takeNext() {
        lock.awaitUntilCommit("org.leadrelay.intake.forms");
        Optional<Submission> next = jdbc.sql("""
            select id, capture, tries from web_form_submission
            where next_try <= ? order by id limit 1
            """)
                .param(Sql.time(clock.instant()))
                .query(Submission::of)
                .optional();
        next.ifPresent(this::take);
        return next.isPresent();
    }

    private void take(Submission submission) {
        jdbc.sql("delete from web_form_submission where id = ?")
                .param(submission.id())
                .update();
        try {
            captures.capture(read(submission.capture()), WebForms.ORIGIN);
        } catch (RuntimeException e) {
            if (retry.collided(e)) {
                throw e;
            }
            throw new Failed(submission, e);
        }
    }

    private void postpone(Failed failed) {
        Submission submission = failed.submission;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(submission.tries(), MOST_DOUBLINGS));
        LOG.error(
                "Web form {} could not be taken in; it is kept and tried again in {}",
                submission.id(),
                pause,
                failed.getCause());
        jdbc.sql("update web_form_submission set tries = tries + 1, next_try = ? where id = ?")
                .params(Sql.time(clock.instant().plus(pause)), submission.id())
                .update();
    }

    private String write(Capture capture) {
        try {
            return json.writeValueAsString(capture);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form could not be kept.", e);
        }
    }

    private Capture read(String text) {
        try {
            return json.readValue(text, Capture.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept form could not be read.", e);
        }
    }
}
