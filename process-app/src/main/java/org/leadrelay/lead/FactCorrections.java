package org.leadrelay.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Correction of facts by people; every old value is kept with its provenance. */
@Service
@RetryOnCollision
public class FactCorrections {

    /** A country says what a number without one is. */
    private static final Set<Field> REACHING = Set.of(Field.EMAIL, Field.PHONE, Field.COUNTRY);

    private final Leads leads;
    private final FactTable store;
    private final FactDefinitions definitions;
    private final Identities identities;
    private final Visibility visibility;
    private final CorrectionCheck check;
    private final Consents consents;
    private final JourneyLog log;

    FactCorrections(
            Leads leads,
            FactTable store,
            FactDefinitions definitions,
            Identities identities,
            Visibility visibility,
            CorrectionCheck check,
            Consents consents,
            JourneyLog log) {
        this.leads = leads;
        this.store = store;
        this.definitions = definitions;
        this.identities = identities;
        this.visibility = visibility;
        this.check = check;
        this.consents = consents;
        this.log = log;
    }

    /** The lines of the agreed list among which a correction of this fact chooses; empty where anything may be written. */
    public List<LearnedOption> choices(String field) {
        return check.choices(field);
    }

    /**
     * Corrects several facts at once; each old value is kept.
     *
     * @param values by field or attribute name; null removes the value
     * @throws Invalid with every field that cannot be taken
     */
    @Transactional
    public void correct(UUID leadId, Map<String, @Nullable String> values, Actor actor) {
        values.forEach((name, value) -> correct(leadId, name, value, actor));
    }

    /**
     * Corrects one fact; the old value is kept.
     *
     * @param field a {@link Field}'s key or an attribute's name
     * @param value null or blank removes it
     * @throws Invalid when it cannot be taken, also when the e-mail address is another lead's
     * @throws NotFound when there is no such lead or the actor may not see it
     */
    @Transactional
    public void correct(UUID leadId, String field, @Nullable String value, Actor actor) {
        actor.mustHave(Permission.WORK_ON_LEADS);
        visibility.mustSee(leadId, actor);
        Optional<Field> known = Field.of(field);
        String label = known.map(Field::label).orElse(TextNormalizer.clean(field));
        String name = known.map(Field::key).orElse(label);
        String clean = check.checked(known, name, value);
        if (known.isPresent() && known.get() == Field.EMAIL && clean != null) {
            identities.claimEmail(leadId, clean);
        }
        Lead lead = visibility.lock(leadId, actor);
        if (known.isPresent() && known.get() == Field.EMAIL) {
            String wrong = lead.contact().email();
            if (wrong != null && !wrong.equals(clean)) {
                identities.dropEmail(leadId, wrong);
            }
        }
        String old = store.set(lead, name, label, clean, FactSource.corrected(actor.login()));
        leads.flush();
        if (known.isPresent() && REACHING.contains(known.get())) {
            consents.identified(lead);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("field", definitions.code(name));
        if (old != null) {
            details.put("old", new CommittedText(old));
        }
        if (clean != null) {
            details.put("new", new CommittedText(clean));
        }
        log.add(leadId, Kind.FACT_CORRECTED, details);
    }
}
