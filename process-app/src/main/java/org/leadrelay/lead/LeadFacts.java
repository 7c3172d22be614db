package org.leadrelay.lead;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the rules may know about a lead, and how it may be reached. People correct facts with {@link
 * FactCorrections}.
 */
@Service
public class LeadFacts {

    private static final Set<String> NAMES =
            Set.of(Field.NAME.key(), Field.FIRST_NAME.key(), Field.LAST_NAME.key());

    private final Clock clock;
    private final FactStore store;
    private final FactDefinitions definitions;
    private final Consents consents;
    private final Phones phones;

    LeadFacts(
            Clock clock,
            FactStore store,
            FactDefinitions definitions,
            Consents consents,
            Phones phones) {
        this.clock = clock;
        this.store = store;
        this.definitions = definitions;
        this.consents = consents;
        this.phones = phones;
    }

    /**
     * What decision tables may read of this lead: typed numbers, booleans and listed values, never
     * personal data. Unknown facts are absent.
     */
    public Map<String, Object> ruleFacts(UUID leadId) {
        Map<String, FactStore.Stored> stored = store.of(leadId);
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FactDefinition each : definitions.all()) {
            FactStore.Stored known = stored.get(each.name());
            if (each.fact() && known != null) {
                Object value =
                        each.name().equals(Field.COUNTRY.key())
                                ? country(known.value())
                                : FactValues.typed(each, known.value(), definitions);
                if (value != null) {
                    facts.put(each.name(), value);
                }
            }
        }
        FactStore.Stored email = stored.get(Field.EMAIL.key());
        facts.put("businessEmail", email != null && Emails.isBusiness(email.value()));
        facts.put("hasCompany", stored.containsKey(Field.COMPANY.key()));
        facts.put("hasPhone", stored.containsKey(Field.PHONE.key()));
        facts.put("hasEmail", email != null);
        facts.put("hasName", NAMES.stream().anyMatch(stored::containsKey));
        FactStore.Stored title = stored.get(Field.TITLE.key());
        if (!facts.containsKey("seniority") && title != null) {
            Seniority.of(title.value()).ifPresent(found -> facts.put("seniority", found));
        }
        Consents.Reach reach = consents.reach(leadId);
        Set<Channel> permitted = reach.permitted();
        facts.put("mayMail", permitted.contains(Channel.MAIL));
        facts.put("mayCall", permitted.contains(Channel.CALL));
        facts.put("mayAtSource", permitted.contains(Channel.AT_SOURCE));
        facts.put(
                "daysSinceCapture", Duration.between(reach.capturedAt(), clock.instant()).toDays());
        return facts;
    }

    private @Nullable String country(String value) {
        return phones.country(value) == null ? "other" : phones.country(value);
    }

    /** The channels on which this lead may be reached now. */
    public Set<Channel> permitted(UUID leadId) {
        return consents.permitted(leadId);
    }
}
