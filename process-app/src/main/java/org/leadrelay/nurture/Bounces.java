package org.leadrelay.nurture;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bounce and complaint handling, with three different ends: an address that does not take mail, one that takes none
 * for a while, and a person who objects. What was reported of a mail before changes nothing.
 */
@Service
@RetryOnCollision
class Bounces {

    /** Where the statement came from, as the lead's page shows it. */
    static final String SOURCE = "complaint";

    static final int SOFT_BOUNCES = 3;
    static final Duration SOFT_BOUNCES_WITHIN = Duration.ofDays(30);

    private static final Wording WORDING = Wording.of(Bounces.class);

    private final MailEventTable events;
    private final MailStandings standings;
    private final MailObjections objections;
    private final LeadLock lock;
    private final Notices notices;
    private final JourneyLog log;

    Bounces(
            MailEventTable events,
            MailStandings standings,
            MailObjections objections,
            LeadLock lock,
            Notices notices,
            JourneyLog log) {
        this.events = events;
        this.standings = standings;
        this.objections = objections;
        this.lock = lock;
        this.notices = notices;
        this.log = log;
    }

    @Transactional
    ReportOutcome take(SentMail mail, MailReport report) {
        Optional<UUID> lead = objections.living(mail.leadId());
        lead.ifPresent(lock::hold);
        return switch (report.kind()) {
            case COMPLAINT -> complained(mail, lead);
            case DELAYED ->
                events.ofMail(mail, "delayed", report.status()) ? ReportOutcome.COUNTED : ReportOutcome.KNOWN;
            case BOUNCE -> bounced(mail, lead, report);
            case DELIVERED -> delivered(mail, lead);
            case UNSUBSCRIBE, CLICK -> throw new IllegalArgumentException(report.kind() + " is what a person did");
        };
    }

    private ReportOutcome delivered(SentMail mail, Optional<UUID> lead) {
        if (!events.ofMail(mail, "delivered", null)) {
            return ReportOutcome.KNOWN;
        }
        lead.ifPresent(id -> log.add(id, Kind.MAIL_EVENT, MailNews.of("delivered", mail)));
        return ReportOutcome.COUNTED;
    }

    private ReportOutcome complained(SentMail mail, Optional<UUID> lead) {
        if (!events.ofMail(mail, "complained", null)) {
            return ReportOutcome.KNOWN;
        }
        objections.object(lead.orElse(null), mail.address(), WORDING.text("complained", mail.template()), SOURCE);
        lead.ifPresent(id -> log.add(id, Kind.MAIL_EVENT, MailNews.of("complained", mail)));
        return ReportOutcome.OBJECTED;
    }

    private ReportOutcome bounced(SentMail mail, Optional<UUID> lead, MailReport report) {
        if (!events.ofMail(mail, report.forGood() ? "bounced" : "softBounced", report.status())) {
            return ReportOutcome.KNOWN;
        }
        int mails = report.forGood() ? 1 : events.softBounced(mail.address(), SOFT_BOUNCES_WITHIN);
        boolean gone = report.forGood() || mails >= SOFT_BOUNCES;
        boolean news = gone && standings.undeliverable(mail.address(), report.status(), mails);
        lead.ifPresent(id -> {
            log.add(
                    id,
                    Kind.MAIL_EVENT,
                    MailNews.of(gone ? "undeliverable" : "softBounced", mail, "status", report.status()));
            if (news) {
                notices.tellWhoMay(
                        Permission.HEAR_OF_NURTURE, "undeliverable:" + mail.mailId(), id, NoticeKind.UNDELIVERABLE);
            }
        });
        return gone ? ReportOutcome.UNDELIVERABLE : ReportOutcome.COUNTED;
    }
}
