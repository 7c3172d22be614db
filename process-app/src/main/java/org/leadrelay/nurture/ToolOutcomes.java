package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.mail.OutboxTable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.mail.ToolMailDropped;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of touches that marketing tools carry out: in the outbox, in the touch, in the lead's story, and as a
 * notice to marketing and to whoever keeps the outbox, once a day for each tool.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ToolOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(ToolOutcomes.class);

    private final OutboxTable outbox;
    private final JdbcClient jdbc;
    private final MailObjections leads;
    private final JourneyLog log;
    private final Notices notices;
    private final People people;
    private final Clock clock;

    ToolOutcomes(
            OutboxTable outbox,
            JdbcClient jdbc,
            MailObjections leads,
            JourneyLog log,
            Notices notices,
            People people,
            Clock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.leads = leads;
        this.log = log;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    void taken(Mail mail, String tool) {
        outbox.done(mail, "sent", null);
        touch(mail.key(), "sent", null);
        tell(mail.key(), mail.leadId(), tool, mail.template(), "taken", null);
        if (!hasFailed(tool)) {
            notices.resolve(NoticeCause.tool(tool));
        }
    }

    /** The person does not permit it any more. */
    void dropped(Mail mail, String tool, String reason) {
        outbox.done(mail, "dropped", reason);
        notHanded(mail.key(), mail.leadId(), tool, mail.template(), reason);
    }

    /** An administrator does not want it to leave. */
    @EventListener
    void dropped(ToolMailDropped mail) {
        notHanded(mail.key(), mail.leadId(), mail.tool(), mail.step(), "byAdministrator");
    }

    void later(Mail mail, String error) {
        LOG.warn("The tool did not take touch {}; it is kept: {}", mail.message(), error);
        outbox.later(mail, ToolFailure.DOWN.code(), error);
    }

    /** The track went on without it, and somebody must see that. */
    void failed(Mail mail, String tool, ToolFailure failure, String error) {
        LOG.warn("Touch {} was given up: {} {}", mail.message(), failure.code(), error);
        outbox.failed(mail, failure.code(), error);
        touch(mail.key(), "skipped", failure.code());
        tell(mail.key(), mail.leadId(), tool, mail.template(), "notTaken", failure.code());
        String key =
                "tool:" + tool + ":" + clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        leads.living(mail.leadId())
                .ifPresent(lead -> notices.tellPeople(
                        people.loginsByRole(Roles.MARKETING),
                        key,
                        lead,
                        NoticeKind.TOOL_FAILED,
                        NoticeCause.tool(tool)));
        notices.tellPeople(
                people.loginsWhoMay(Permission.KEEP_OUTBOX), key, NoticeKind.TOOL_FAILED, NoticeCause.tool(tool));
    }

    /** What has waited since before that instant is given up. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void giveUp(String tool, Instant before) {
        outbox.waitingSince(tool, before).forEach(mail -> failed(mail, tool, ToolFailure.DOWN, ""));
    }

    private boolean hasFailed(String tool) {
        return jdbc.sql("select exists (select from mail_outbox where tool = ? and state = 'failed')")
                .param(tool)
                .query(Boolean.class)
                .single();
    }

    private void notHanded(String key, @Nullable UUID leadId, String tool, String step, String reason) {
        touch(key, "skipped", reason);
        tell(key, leadId, tool, step, "notHanded", reason);
    }

    private void touch(String key, String state, @Nullable String reason) {
        jdbc.sql("update touch set state = :state, reason = :reason where outbox_key = :key")
                .param("state", state)
                .param("reason", reason)
                .param("key", key)
                .update();
    }

    private void tell(
            String key, @Nullable UUID leadId, String tool, String step, String event, @Nullable String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event", event);
        details.put("tool", tool);
        details.put("template", step);
        details.put("track", TouchKey.track(key));
        if (reason != null) {
            details.put("reason", reason);
        }
        leads.living(leadId).ifPresent(lead -> log.add(lead, Kind.TOOL_EVENT, details));
    }
}
