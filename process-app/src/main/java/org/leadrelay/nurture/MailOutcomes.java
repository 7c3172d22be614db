package org.leadrelay.nurture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.mail.LeadMailDone;
import org.leadrelay.mail.LetterText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Event listener for mails that the product writes: the touch and the lead's story say whether its mail left, with the version of
 * its text, or why not.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailOutcomes {

    private final TouchStates touches;
    private final MailObjections leads;
    private final JourneyLog log;

    MailOutcomes(TouchStates touches, MailObjections leads, JourneyLog log) {
        this.touches = touches;
        this.leads = leads;
        this.log = log;
    }

    @EventListener
    void done(LeadMailDone mail) {
        if (mail.tool() != null) {
            return;
        }
        String reason = mail.reason();
        if (reason == null) {
            touches.sent(mail.key());
        } else {
            touches.skipped(List.of(mail.key()), reason);
        }
        leads.living(mail.leadId()).ifPresent(lead -> log.add(lead, Kind.MAIL_EVENT, details(mail)));
    }

    private static Map<String, Object> details(LeadMailDone mail) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event", mail.reason() == null ? "sent" : "notSent");
        details.put("template", mail.template());
        String track = TouchKey.track(mail.key());
        if (!track.isEmpty()) {
            details.put("track", track);
        }
        LetterText text = mail.text();
        if (text != null) {
            details.put("textPath", text.path());
            details.put("textLanguage", text.language());
            details.put("textVersion", text.version());
        }
        if (mail.reason() != null) {
            details.put("reason", mail.reason());
        }
        return details;
    }
}
