package org.leadrelay.nurture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.MailObjections;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.platform.NotFound;
import org.springframework.stereotype.Component;

/**
 * Check of consent when a touch leaves the outbox, whoever writes it: an objection, a wish or a bounce since it was
 * planned counts.
 */
@Component
class TouchAddressees {

    private final LeadCards cards;
    private final MailObjections addresses;
    private final TouchHistory history;

    TouchAddressees(LeadCards cards, MailObjections addresses, TouchHistory history) {
        this.cards = cards;
        this.addresses = addresses;
        this.history = history;
    }

    /**
     * Whom a touch goes to.
     *
     * @param refusal why it goes to nobody, as a code; null when it goes
     */
    record Addressed(
            @Nullable TouchAddressee addressee, @Nullable String refusal) {

        /** The reason why a touch without an addressee must not leave. */
        String why() {
            return refusal == null ? "noAddress" : refusal;
        }
    }

    Addressed of(Mail mail) {
        UUID lead = mail.leadId();
        if (lead == null) {
            throw new IllegalArgumentException("mail " + mail.id() + " goes to no lead");
        }
        LeadCard card;
        try {
            card = cards.card(lead);
        } catch (NotFound gone) {
            return nobody("leadGone");
        }
        String email = card.email();
        if (!card.permitted().contains(Channel.MAIL)) {
            return nobody("mailNotPermitted");
        }
        if (email == null) {
            return nobody("noAddress");
        }
        byte[] address = addresses.fingerprint(email);
        String track = TouchKey.track(mail.key());
        MailRefusal refusal = history.refusal(mail, card.id(), address, track);
        return refusal == null
                ? new Addressed(new TouchAddressee(card, email, address, track), null)
                : nobody(refusal.code());
    }

    private static Addressed nobody(String reason) {
        return new Addressed(null, reason);
    }
}
