package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.RetryOnCollision;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a record in: finds the lead it is about or saves a new one, and starts, joins or follows
 * its journey, all in one transaction.
 */
@Service
@RetryOnCollision
public class LeadCapture {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Leads leads;
    private final CaptureCheck check;
    private final Identities identities;
    private final CaptureFacts facts;
    private final Consents consents;
    private final Declarations declarations;
    private final Journeys journeys;
    private final LeadSignals signals;
    private final Duplicates duplicates;
    private final FactDefinitions definitions;
    private final LeadJourney process;
    private final JourneyLog log;

    LeadCapture(
            JdbcClient jdbc,
            Clock clock,
            Leads leads,
            CaptureCheck check,
            Identities identities,
            CaptureFacts facts,
            Consents consents,
            Declarations declarations,
            Journeys journeys,
            LeadSignals signals,
            Duplicates duplicates,
            FactDefinitions definitions,
            LeadJourney process,
            JourneyLog log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leads = leads;
        this.check = check;
        this.identities = identities;
        this.facts = facts;
        this.consents = consents;
        this.declarations = declarations;
        this.journeys = journeys;
        this.signals = signals;
        this.duplicates = duplicates;
        this.definitions = definitions;
        this.process = process;
        this.log = log;
    }

    /** Finds all that is wrong with a record, without taking it in. */
    public CheckedCapture check(Capture capture, Origin origin) {
        return check.check(capture, origin);
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
        Identities.Claim claim = identities.claim(Identities.keys(checked), candidate);
        duplicates.hold(checked);
        return switch (claim.leads().size()) {
            case 0 -> create(candidate, checked);
            case 1 -> {
                Lead lead = locked(claim.leads().iterator().next());
                identities.give(claim.taken(), lead.id());
                yield join(lead, checked, own);
            }
            default -> decide(claim, checked);
        };
    }

    private Captured create(UUID leadId, CheckedCapture checked) {
        Instant at = at(checked);
        ContactDetails contact = ContactDetails.of(checked::value, checked.phoneE164());
        Lead lead = new Lead(leadId, checked.origin().name(), contact, clock.instant(), at);
        UUID journey = journeys.first(lead);
        facts.create(leadId, checked);
        identities.unchanged(checked, leadId);
        permissions(lead, checked);
        remember(leadId, journey, Outcome.CREATED, checked, at);
        duplicates.suspect(leadId);
        process.start(leadId, journey);
        return new Captured(leadId, Outcome.CREATED);
    }

    /** Also used when a person has decided that a waiting record belongs to this lead. */
    Captured join(Lead lead, CheckedCapture checked) {
        return join(lead, checked, false);
    }

    private Captured join(Lead lead, CheckedCapture checked, boolean own) {
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
        permissions(lead, checked);
        Journey latest = journeys.latest(leadId).orElseThrow();
        if (latest.endedAt() == null) {
            remember(leadId, latest.id(), Outcome.MERGED, checked, at);
            signals.add(
                    leadId,
                    new Signal(signal(checked.origin()), at, checked.origin().name()));
            process.engaged(leadId);
            return new Captured(leadId, Outcome.MERGED, changes);
        }
        UUID journey = journeys.next(lead, latest, "returned", null);
        remember(leadId, journey, Outcome.RETURNED, checked, at);
        process.start(leadId, journey);
        return new Captured(leadId, Outcome.RETURNED, changes);
    }

    private Captured decide(Identities.Claim claim, CheckedCapture checked) {
        Iterator<UUID> both = claim.leads().iterator();
        UUID byEmail = both.next();
        UUID byExternalId = both.next();
        if (duplicates.keptApart(byEmail, byExternalId)) {
            return join(locked(byExternalId), checked);
        }
        List<Lead> objecting = checked.objects() ? leads.lockedPair(byEmail, byExternalId) : List.of();
        boolean isNew = duplicates.open(byEmail, byExternalId, checked);
        if (isNew) {
            objecting.forEach(each -> consents.objections(each, checked));
        }
        return new Captured(byEmail, isNew ? Outcome.TO_DECIDE : Outcome.UNCHANGED);
    }

    private void permissions(Lead lead, CheckedCapture checked) {
        consents.identified(lead, checked.contactPoint());
        consents.brought(lead, checked, declarations.statements(checked.origin(), checked.value(Field.SOURCE)));
    }

    private static Signal.Kind signal(Origin origin) {
        return origin.kind() == Origin.Kind.IMPORT ? Signal.Kind.VISIT : Signal.Kind.FORM;
    }

    private Instant at(CheckedCapture checked) {
        Instant now = clock.instant();
        Instant given = checked.capture().at();
        return given == null || given.isAfter(now) ? now : given;
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

    private void remember(UUID leadId, UUID journey, Outcome outcome, CheckedCapture checked, Instant at) {
        Origin origin = checked.origin();
        String code = outcome.name().toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("""
            insert into lead_capture (id, lead_id, journey_id, at, outcome, kind, origin,
                source, campaign, person)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        UUID.randomUUID(),
                        leadId,
                        journey,
                        Sql.time(at),
                        code,
                        origin.kind().name(),
                        origin.name(),
                        checked.value(Field.SOURCE),
                        checked.value(Field.CAMPAIGN),
                        origin.person())
                .update();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("journey", journey.toString());
        details.put("by", origin.kind().name());
        String source = checked.value(Field.SOURCE);
        if (source != null) {
            details.put("source", definitions.canonical("source", source).orElse("other"));
        }
        log.add(leadId, outcome == Outcome.MERGED ? Kind.MERGED : Kind.CAPTURED, details);
    }
}
