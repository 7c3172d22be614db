package org.leadrelay.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.mail.OutboxTable.Mail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Final states of mails that the mail server sends: noted in the outbox, and published as {@link LeadMailDone} where
 * a lead gets them.
 */
@Component
class OutboxResults {

    /** Why a mail is given up that its server does not take for good. */
    private static final String REFUSED = "refused";

    private final OutboxTable outbox;
    private final ApplicationEventPublisher events;

    OutboxResults(OutboxTable outbox, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.events = events;
    }

    void sent(Mail mail, @Nullable LetterText text) {
        outbox.done(mail, "sent", null);
        tell(mail, null, text);
    }

    /** It must not leave. */
    void dropped(Mail mail, String reason) {
        outbox.done(mail, "dropped", reason);
        tell(mail, reason, null);
    }

    /** Its server does not take it, now or later. */
    void refused(Mail mail, String error) {
        outbox.failed(mail, REFUSED, error);
        tell(mail, REFUSED, null);
    }

    private void tell(Mail mail, @Nullable String reason, @Nullable LetterText text) {
        UUID lead = mail.leadId();
        if (lead != null) {
            events.publishEvent(new LeadMailDone(mail.key(), lead, mail.tool(), mail.template(), reason, text));
        }
    }
}
