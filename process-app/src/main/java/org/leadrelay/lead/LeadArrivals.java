package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.platform.InsertBatch;
import org.springframework.stereotype.Component;

/** Upsert of a captured record: saved as a new lead, or to the lead that it is about. */
@Component
class LeadArrivals {

    private final Clock clock;
    private final Leads leads;
    private final Identities identities;
    private final CaptureFacts facts;
    private final CapturedConsents consents;
    private final Duplicates duplicates;
    private final CapturedJourneys journeys;
    private final CaptureLog log;

    LeadArrivals(
            Clock clock,
            Leads leads,
            Identities identities,
            CaptureFacts facts,
            CapturedConsents consents,
            Duplicates duplicates,
            CapturedJourneys journeys,
            CaptureLog log) {
        this.clock = clock;
        this.leads = leads;
        this.identities = identities;
        this.facts = facts;
        this.consents = consents;
        this.duplicates = duplicates;
        this.journeys = journeys;
        this.log = log;
    }

    /**
     * @param phoneKnown whether a lead has its phone number already
     */
    Captured create(UUID leadId, CheckedCapture checked, boolean phoneKnown) {
        Instant at = at(checked);
        ContactDetails contact = ContactDetails.of(checked::value, checked.phoneE164());
        Lead lead = new Lead(leadId, checked.origin().name(), contact, clock.instant(), at);
        UUID journey = journeys.first(lead);
        InsertBatch rows = new InsertBatch();
        facts.create(leadId, checked, rows);
        identities.remember(checked, leadId, rows);
        consents.created(lead, checked, rows);
        log.add(leadId, journey, Outcome.CREATED, checked, at, rows);
        if (phoneKnown) {
            duplicates.suspect(leadId);
        }
        journeys.start(leadId);
        return new Captured(leadId, Outcome.CREATED);
    }

    /**
     * @param lead locked
     * @param own whether a record that says nothing new is passed over
     */
    Captured join(Lead lead, CheckedCapture checked, boolean own) {
        UUID leadId = lead.id();
        if (identities.unchanged(checked, leadId)) {
            if (checked.origin().asOf() != null && checked.objects()) {
                consents.objections(lead, checked);
            }
            return new Captured(leadId, Outcome.UNCHANGED);
        }
        if (own && facts.knows(leadId, checked)) {
            return new Captured(leadId, Outcome.UNCHANGED);
        }
        Instant at = at(checked);
        List<FactChange> changes = facts.merge(lead, checked);
        lead.captured(at);
        leads.flush();
        if (!changes.isEmpty()) {
            duplicates.suspect(leadId);
        }
        InsertBatch rows = new InsertBatch();
        consents.brought(lead, checked, rows);
        Journey latest = journeys.latest(leadId);
        if (latest.endedAt() == null) {
            log.add(leadId, latest.id(), Outcome.MERGED, checked, at, rows);
            journeys.engaged(leadId, checked.origin(), at);
            return new Captured(leadId, Outcome.MERGED, changes);
        }
        UUID journey = journeys.next(lead, latest);
        log.add(leadId, journey, Outcome.RETURNED, checked, at, rows);
        journeys.start(leadId);
        return new Captured(leadId, Outcome.RETURNED, changes);
    }

    private Instant at(CheckedCapture checked) {
        Instant now = clock.instant();
        Instant given = checked.capture().at();
        return given == null || given.isAfter(now) ? now : given;
    }
}
