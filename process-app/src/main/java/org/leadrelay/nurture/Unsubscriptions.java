package org.leadrelay.nurture;

import java.util.Optional;
import java.util.UUID;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-click unsubscribe (RFC 8058) and the choices on its page. Whoever has the token of a mail speaks for its
 * receiver: an objection is the person's own word, what is less than that is a wish. Said again, nothing changes.
 */
@Service
@RetryOnCollision
class Unsubscriptions {

    /** Where the statement came from, as the lead's page shows it. */
    static final String SOURCE = "unsubscribe";

    private static final Wording WORDING = Wording.of(Unsubscriptions.class);

    private final MailTokenTable tokens;
    private final MailEventTable events;
    private final MailStandings standings;
    private final MailObjections objections;
    private final JourneyLog log;

    Unsubscriptions(
            MailTokenTable tokens,
            MailEventTable events,
            MailStandings standings,
            MailObjections objections,
            JourneyLog log) {
        this.tokens = tokens;
        this.events = events;
        this.standings = standings;
        this.objections = objections;
        this.log = log;
    }

    /** Carries out what the receiver of a mail chose; a token that nobody made chooses nothing. */
    @Transactional
    void choose(MailToken token, UnsubscribeChoice choice) {
        tokens.find(token, MailToken.Purpose.UNSUBSCRIBE).ifPresent(mail -> choose(mail, choice));
    }

    /** A service that wrote the mail reports that its receiver wants no more of them: their own word, as by our link. */
    @Transactional
    ReportOutcome reported(SentMail mail) {
        return choose(mail, UnsubscribeChoice.ALL) ? ReportOutcome.OBJECTED : ReportOutcome.KNOWN;
    }

    private boolean choose(SentMail mail, UnsubscribeChoice choice) {
        Optional<UUID> lead = objections.living(mail.leadId());
        boolean news = switch (choice) {
            case ALL ->
                objections.object(
                        lead.orElse(null), mail.address(), WORDING.text("unsubscribed", mail.template()), SOURCE);
            case LESS_OFTEN -> standings.wish(lead.orElse(null), mail.address(), "lessOften", "");
            case SUBJECT -> standings.wish(lead.orElse(null), mail.address(), "notThisSubject", mail.track());
        };
        events.ofMail(mail, choice == UnsubscribeChoice.ALL ? "unsubscribed" : "wished", null);
        if (news) {
            lead.ifPresent(id -> log.add(id, Kind.MAIL_EVENT, MailNews.of(choice.event(), mail)));
        }
        return news;
    }
}
