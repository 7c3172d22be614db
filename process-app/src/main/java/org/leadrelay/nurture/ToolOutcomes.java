package org.leadrelay.nurture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.mail.LeadMailDone;
import org.leadrelay.mail.OutboxTable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of touches that marketing tools carry out: in the outbox, in the touch, in the lead's story, and as a
 * notice to marketing and to whoever keeps the outbox, once a day for each tool while it is not settled.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ToolOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(ToolOutcomes.class);

    private final OutboxTable outbox;
    private final ToolFailures failures;
    private final TouchStates touches;
    private final MailObjections leads;
    private final JourneyLog log;
    private final Notices notices;
    private final People people;

    ToolOutcomes(
            OutboxTable outbox,
            ToolFailures failures,
            TouchStates touches,
            MailObjections leads,
            JourneyLog log,
            Notices notices,
            People people) {
        this.outbox = outbox;
        this.failures = failures;
        this.touches = touches;
        this.leads = leads;
        this.log = log;
        this.notices = notices;
        this.people = people;
    }

    void taken(Mail mail, String tool) {
        outbox.done(mail, "sent", null);
        touches.sent(mail.key());
        tell(mail.key(), mail.leadId(), tool, mail.template(), "taken", null);
        settle(tool);
    }

    /** The person does not permit it any more. */
    void dropped(Mail mail, String tool, String reason) {
        outbox.done(mail, "dropped", reason);
        notHanded(mail.key(), mail.leadId(), tool, mail.template(), reason);
    }

    /** An administrator does not want it to leave. */
    @EventListener
    void dropped(LeadMailDone mail) {
        String tool = mail.tool();
        if (tool != null) {
            notHanded(mail.key(), mail.leadId(), tool, mail.template(), String.valueOf(mail.reason()));
        }
    }

    void later(Mail mail, String error) {
        LOG.warn("The tool did not take touch {}; it is kept: {}", mail.message(), error);
        outbox.later(mail, ToolFailure.DOWN.code(), error);
    }

    /** The track went on without it, and somebody must see that. */
    void failed(Mail mail, String tool, ToolFailure failure, String error) {
        failed(List.of(mail), tool, failure, error);
    }

    /** What has waited since before that instant is given up. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void giveUp(String tool, Instant before) {
        failed(outbox.waitingSince(tool, before), tool, ToolFailure.DOWN, "");
    }

    private void failed(List<Mail> mails, String tool, ToolFailure failure, String error) {
        if (mails.isEmpty()) {
            return;
        }
        outbox.failed(mails, failure.code(), error);
        touches.skipped(mails.stream().map(Mail::key).toList(), failure.code());
        Map<UUID, UUID> living = leads.living(
                mails.stream().map(Mail::leadId).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (Mail mail : mails) {
            LOG.warn("Touch {} was given up: {} {}", mail.message(), failure.code(), error);
            now(mail, living)
                    .ifPresent(lead -> log.add(
                            lead,
                            Kind.TOOL_EVENT,
                            details(mail.key(), tool, mail.template(), "notTaken", failure.code())));
        }
        String key = failures.noticeKey(tool);
        NoticeCause cause = NoticeCause.tool(tool);
        mails.stream()
                .flatMap(mail -> now(mail, living).stream())
                .findFirst()
                .ifPresent(lead -> notices.tellPeople(
                        people.loginsWhoMay(Permission.HEAR_OF_NURTURE), key, lead, NoticeKind.TOOL_FAILED, cause));
        notices.tellPeople(people.loginsWhoMay(Permission.KEEP_OUTBOX), key, NoticeKind.TOOL_FAILED, cause);
    }

    private static Optional<UUID> now(Mail mail, Map<UUID, UUID> living) {
        return Optional.ofNullable(mail.leadId()).map(living::get);
    }

    private void notHanded(String key, @Nullable UUID leadId, String tool, String step, String reason) {
        touches.skipped(List.of(key), reason);
        tell(key, leadId, tool, step, "notHanded", reason);
        settle(tool);
    }

    /** Nothing is left to be looked at once every touch that the tool did not take is sent after all, or dropped. */
    private void settle(String tool) {
        if (!failures.any(tool)) {
            notices.resolve(NoticeCause.tool(tool));
        }
    }

    private void tell(
            String key, @Nullable UUID leadId, String tool, String step, String event, @Nullable String reason) {
        leads.living(leadId).ifPresent(lead -> log.add(lead, Kind.TOOL_EVENT, details(key, tool, step, event, reason)));
    }

    private static Map<String, Object> details(
            String key, String tool, String step, String event, @Nullable String reason) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event", event);
        details.put("tool", tool);
        details.put("template", step);
        details.put("track", TouchKey.track(key));
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }
}
