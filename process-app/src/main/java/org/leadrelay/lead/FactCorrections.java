package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
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
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Correction of facts by people; every old value is kept with its provenance. */
@Service
@RetryOnCollision
public class FactCorrections {

    private static final Wording WORDING = Wording.of(FactCorrections.class);

    /** A country says what a number without one is. */
    private static final Set<Field> REACHING = Set.of(Field.EMAIL, Field.PHONE, Field.COUNTRY);

    private final Leads leads;
    private final FactTable store;
    private final FactDefinitions definitions;
    private final Identities identities;
    private final Visibility visibility;
    private final Phones phones;
    private final Consents consents;
    private final JourneyLog log;

    FactCorrections(
            Leads leads,
            FactTable store,
            FactDefinitions definitions,
            Identities identities,
            Visibility visibility,
            Phones phones,
            Consents consents,
            JourneyLog log) {
        this.leads = leads;
        this.store = store;
        this.definitions = definitions;
        this.identities = identities;
        this.visibility = visibility;
        this.phones = phones;
        this.consents = consents;
        this.log = log;
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
        String clean = checked(known, name, value);
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
        String old = store.set(lead, name, label, clean, new FactTable.By(StoredFact.CORRECTION, actor.login()));
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

    private @Nullable String checked(Optional<Field> known, String name, @Nullable String raw) {
        if (name.isEmpty()) {
            throw Invalid.field("name", WORDING.text("noField"));
        }
        String value = TextNormalizer.clean(raw);
        if (known.isPresent() && (known.get().isSwitch() || known.get() == Field.EXTERNAL_ID)) {
            throw Invalid.field(name, WORDING.text(known.get().isSwitch() ? "notCorrectedButSaid" : "notCorrected"));
        }
        if (value.isEmpty()) {
            return null;
        }
        String problem = TextRules.problem(value, known.map(Field::longest).orElse(10_000));
        problem = problem == null ? TextRules.problem(name, 200) : problem;
        if (problem != null) {
            throw Invalid.field(name, problem);
        }
        return normal(known, name, value, String.valueOf(raw));
    }

    private String normal(Optional<Field> known, String name, String value, String raw) {
        if (known.isPresent() && known.get() == Field.EMAIL) {
            return Emails.normalise(value)
                    .filter(each -> !Placeholders.isNoEmail(each))
                    .orElseThrow(() -> Invalid.field(name, Emails.refusal(raw)));
        }
        if (known.isPresent() && known.get() == Field.COUNTRY) {
            String country = phones.country(value);
            return country == null ? value : country;
        }
        Optional<FactDefinition> definition = definitions.find(name);
        if (definition.isPresent() && definition.get().type() == FactDefinition.Type.NUMBER) {
            Optional<BigDecimal> number = TextRules.number(value);
            String problem = FactValues.problem(definition.get(), number);
            if (problem != null) {
                throw Invalid.field(name, problem);
            }
            return number.orElseThrow().stripTrailingZeros().toPlainString();
        }
        return definitions.canonical(name, value).orElse(value);
    }
}
