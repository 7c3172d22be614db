package org.leadrelay.lead;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections that come back from a mail, as the person's own word: by its link to unsubscribe, or as a complaint.
 * The address of the mail is known by its keyed hash alone, so that the objection holds where the lead was erased.
 */
@Service
public class MailObjections {

    private final Leads leads;
    private final Consents consents;
    private final Objections objections;
    private final Clock clock;

    MailObjections(Leads leads, Consents consents, Objections objections, Clock clock) {
        this.leads = leads;
        this.consents = consents;
        this.objections = objections;
        this.clock = clock;
    }

    /** The keyed hash by which objections of this address are remembered. */
    public byte[] fingerprint(String address) {
        return objections.fingerprint("email:" + address);
    }

    /** The lead that a mail to this one is about now: the survivor of a merge; empty when it is gone, or its import undone. */
    @Transactional(readOnly = true)
    public Optional<UUID> living(@Nullable UUID leadId) {
        UUID now = leadId;
        for (Optional<UUID> next = survivor(now); next.isPresent(); next = survivor(now)) {
            now = next.get();
        }
        return now == null || !leads.isLiving(now) ? Optional.empty() : Optional.of(now);
    }

    /** The same of several at once: by lead the one that mail to it is about now; those that are gone are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> living(Collection<UUID> leadIds) {
        return leadIds.isEmpty()
                ? Map.of()
                : leads.living(leadIds).stream()
                        .collect(Collectors.toMap(Leads.Living::getLead, Leads.Living::getLiving));
    }

    private Optional<UUID> survivor(@Nullable UUID leadId) {
        return leadId == null ? Optional.empty() : leads.survivorOf(leadId);
    }

    /**
     * Objects to mail for whoever has that address. Said again, nothing is added to the lead.
     *
     * @param leadId the lead, as {@link #living} answers it; null where it is gone
     * @param wording what the person was shown or said
     * @return whether an objection was recorded that did not stand already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean object(@Nullable UUID leadId, byte[] fingerprint, String wording, String source) {
        Lead lead = leadId == null ? null : leads.locked(leadId).orElse(null);
        boolean anew = lead == null || !consents.objected(lead.id(), Channel.MAIL);
        if (lead != null && anew) {
            Statement said =
                    new Statement(Channel.MAIL, false, "marketing", "objection", wording, source, clock.instant());
            consents.text(lead, said, StatementKind.OWN_WORD, source, null);
        }
        objections.remember(Channel.MAIL, fingerprint, clock.instant());
        return anew;
    }
}
