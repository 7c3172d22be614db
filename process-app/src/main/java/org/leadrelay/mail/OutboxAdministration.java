package org.leadrelay.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administration of the outbox: mail that failed and why, to retry or drop. */
@Service
@Transactional(noRollbackFor = ProductException.class)
public class OutboxAdministration {

    private static final Wording WORDING = Wording.of(OutboxAdministration.class);

    /** In the order in which they are of interest. */
    public static final List<String> STATES = List.of("waiting", "failed", "dropped", "sent");

    private final JdbcClient jdbc;
    private final CurrentPerson person;
    private final OperationLog log;
    private final Clock clock;
    private final ObjectProvider<JavaMailSender> server;
    private final ApplicationEventPublisher events;

    OutboxAdministration(
            JdbcClient jdbc,
            CurrentPerson person,
            OperationLog log,
            Clock clock,
            ObjectProvider<JavaMailSender> server,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.person = person;
        this.log = log;
        this.clock = clock;
        this.server = server;
        this.events = events;
    }

    /** Whether a mail server is set up; without one, mail is kept and nothing leaves. */
    public boolean hasServer() {
        administrator();
        return server.getIfAvailable() != null;
    }

    /**
     * Mails, the newest first.
     *
     * @param state null for all
     * @throws Invalid when there is no such state
     */
    @Transactional(readOnly = true)
    public Page<OutboxMail> page(@Nullable String state, int offset, int limit) {
        administrator();
        if (state != null && !STATES.contains(state)) {
            throw Invalid.field("state", WORDING.text("noState", state));
        }
        List<OutboxMail> mails = jdbc.sql("""
            select * from mail_outbox where :state = '' or state = :state
            order by created_at desc, id offset :offset limit :limit
            """)
                .param("state", state == null ? "" : state)
                .param("offset", offset)
                .param("limit", limit)
                .query(OutboxAdministration::mail)
                .list();
        Map<String, Long> counts = counts();
        return new Page<>(
                mails,
                state == null
                        ? counts.values().stream().mapToLong(each -> each).sum()
                        : counts.getOrDefault(state, 0L));
    }

    /** How many mails are in each state. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts() {
        administrator();
        Map<String, Long> counts = new LinkedHashMap<>();
        STATES.forEach(state -> counts.put(state, 0L));
        jdbc.sql("select state, count(*) from mail_outbox group by state").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /**
     * A mail that waits or failed is tried with the next sweep.
     *
     * @throws Conflict when it has been sent or dropped
     */
    public OutboxMail again(UUID id) {
        administrator();
        note(Kind.MAIL_RETRIED, id, mustBeOpen(id), "waiting");
        jdbc.sql("""
            update mail_outbox
            set state = 'waiting', next_try = :now, again_at = :now, done_at = null where id = :id
            """).param("now", now()).param("id", id).update();
        return one(id);
    }

    /**
     * A mail that waits or failed never leaves.
     *
     * @throws Conflict when it has been sent or dropped
     */
    public OutboxMail drop(UUID id) {
        Actor administrator = administrator();
        note(Kind.MAIL_DROPPED, id, mustBeOpen(id), "dropped");
        jdbc.sql("""
            update mail_outbox set state = 'dropped', reason = 'byAdministrator',
                done_at = ?, done_by = ? where id = ?
            """).params(now(), administrator.login(), id).update();
        jdbc.sql("""
            select key, lead_id, tool, template, reason from mail_outbox
            where id = ? and lead_id is not null
            """)
                .param(id)
                .query((row, any) -> new LeadMailDone(
                        row.getString("key"),
                        Sql.uuid(row, "lead_id"),
                        row.getString("tool"),
                        row.getString("template"),
                        row.getString("reason"),
                        null))
                .optional()
                .ifPresent(events::publishEvent);
        return one(id);
    }

    /** Waits for a sender who has it in hand: it may have left then. */
    private String mustBeOpen(UUID id) {
        String state = jdbc.sql("select state from mail_outbox where id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound(WORDING.text("noLetter")));
        if (!state.equals("waiting") && !state.equals("failed")) {
            throw new Conflict(WORDING.text("notFailed"));
        }
        return state;
    }

    private void note(Kind kind, UUID mail, String before, String after) {
        log.add(
                StreamKind.OPERATION,
                kind,
                mail.toString(),
                LineDetails.of("stateBefore", before).and("state", after).map());
    }

    private OutboxMail one(UUID id) {
        return jdbc.sql("select * from mail_outbox where id = ?")
                .param(id)
                .query(OutboxAdministration::mail)
                .single();
    }

    private OffsetDateTime now() {
        return Sql.time(clock.instant());
    }

    private static OutboxMail mail(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new OutboxMail(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getString("login"),
                row.getObject("lead_id", UUID.class),
                row.getString("tool"),
                state,
                row.getString("reason"),
                row.getString("error"),
                row.getInt("tries"),
                state.equals("waiting") ? Sql.instantOrNull(row, "next_try") : null,
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "done_at"),
                row.getString("done_by"));
    }

    private Actor administrator() {
        Actor actor = person.get();
        actor.mustHave(Permission.KEEP_OUTBOX);
        return actor;
    }
}
