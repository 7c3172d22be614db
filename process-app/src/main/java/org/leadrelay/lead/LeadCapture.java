package org.leadrelay.lead;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.RetryOnCollision;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Capture of a record in one transaction: finds the lead it is about or saves a new one, and starts, joins or
 * follows its journey.
 */
@Service
@RetryOnCollision
public class LeadCapture {

    private final CaptureCheck check;
    private final Leads leads;
    private final Identities identities;
    private final Duplicates duplicates;
    private final CapturedConsents consents;
    private final LeadArrivals arrivals;

    LeadCapture(
            CaptureCheck check,
            Leads leads,
            Identities identities,
            Duplicates duplicates,
            CapturedConsents consents,
            LeadArrivals arrivals) {
        this.check = check;
        this.leads = leads;
        this.identities = identities;
        this.duplicates = duplicates;
        this.consents = consents;
        this.arrivals = arrivals;
    }

    /**
     * Checks and captures.
     *
     * @throws Invalid with everything that is wrong with the record
     */
    @Transactional
    public Captured capture(Capture capture, Origin origin) {
        return capture(check.check(capture, origin));
    }

    /**
     * Captures a record that was checked.
     *
     * @throws Invalid with everything that is wrong with the record
     */
    @Transactional
    public Captured capture(CheckedCapture checked) {
        return take(checked, false);
    }

    /**
     * Captures a record of a list that the product itself wrote: one that says nothing new is no
     * touch, no signal and no reason to begin a journey.
     *
     * @throws Invalid with everything that is wrong with the record
     */
    @Transactional
    public Captured captureOwn(CheckedCapture checked) {
        return take(checked, true);
    }

    private Captured take(CheckedCapture checked, boolean own) {
        if (!checked.violations().isEmpty()) {
            throw Invalid.of(checked.violations());
        }
        UUID candidate = UUID.randomUUID();
        Identities.Claim claim = identities.claim(Identities.keys(checked), candidate, checked.phoneE164());
        return switch (claim.leads().size()) {
            case 0 -> arrivals.create(candidate, checked, claim.phoneKnown());
            case 1 -> {
                Lead lead = locked(claim.leads().iterator().next());
                identities.give(claim.taken(), lead.id());
                yield arrivals.join(lead, checked, own);
            }
            default -> decide(claim, checked);
        };
    }

    private Captured decide(Identities.Claim claim, CheckedCapture checked) {
        Iterator<UUID> both = claim.leads().iterator();
        UUID byEmail = both.next();
        UUID byExternalId = both.next();
        if (duplicates.keptApart(byEmail, byExternalId)) {
            return arrivals.join(locked(byExternalId), checked, false);
        }
        List<Lead> objecting = checked.objects() ? leads.lockedPair(byEmail, byExternalId) : List.of();
        boolean isNew = duplicates.open(byEmail, byExternalId, checked);
        if (isNew) {
            objecting.forEach(each -> consents.objections(each, checked));
        }
        return new Captured(byEmail, isNew ? Outcome.TO_DECIDE : Outcome.UNCHANGED);
    }

    /**
     * A lead may have been merged into another between finding and locking it; one that an undo
     * gave up meanwhile is found no more when the caller tries again.
     */
    private Lead locked(UUID leadId) {
        Lead lead = leads.locked(leadId).orElseThrow();
        if (lead.undone()) {
            throw new ConcurrencyFailureException("The import that brought this lead is undone.");
        }
        UUID mergedInto = lead.mergedInto();
        return mergedInto == null ? lead : locked(mergedInto);
    }
}
