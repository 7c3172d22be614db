package org.leadrelay.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Facts of a lead for the rules, and the channels on which it may be reached. People correct facts with
 * {@link FactCorrections}.
 */
@Service
public class LeadFacts {

    private static final Set<String> NAMES = Set.of(Field.NAME.key(), Field.FIRST_NAME.key(), Field.LAST_NAME.key());

    private final Clock clock;
    private final KnowledgeQueries reader;
    private final FactDefinitions definitions;
    private final Consents consents;
    private final Phones phones;
    private final LearnedFacts learned;

    LeadFacts(
            Clock clock,
            KnowledgeQueries reader,
            FactDefinitions definitions,
            Consents consents,
            Phones phones,
            LearnedFacts learned) {
        this.clock = clock;
        this.reader = reader;
        this.definitions = definitions;
        this.consents = consents;
        this.phones = phones;
        this.learned = learned;
    }

    /**
     * What decision tables may read of this lead: typed numbers, booleans and listed values, never
     * personal data. Unknown facts are absent.
     */
    public Map<String, Object> ruleFacts(UUID leadId) {
        return facts(reader.read(leadId, clock.instant()));
    }

    /** {@link #ruleFacts} with the signals from this instant on, in one query. */
    public Knowledge knowledge(UUID leadId, Instant signalsFrom) {
        KnowledgeQueries.Read read = reader.read(leadId, signalsFrom);
        return new Knowledge(facts(read), read.signals());
    }

    private Map<String, Object> facts(KnowledgeQueries.Read read) {
        Map<String, String> stored = read.facts();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FactDefinition each : definitions.all()) {
            String known = stored.get(each.name());
            if (each.fact() && known != null && LearnedList.of(each.name()).isEmpty()) {
                Object value = each.name().equals(Field.COUNTRY.key())
                        ? country(known)
                        : FactValues.typed(each, known, definitions);
                if (value != null) {
                    facts.put(each.name(), value);
                }
            }
        }
        learned(read, facts);
        String email = stored.get(Field.EMAIL.key());
        facts.put("businessEmail", email != null && Emails.isBusiness(email));
        facts.put("hasCompany", stored.containsKey(Field.COMPANY.key()));
        facts.put("hasPhone", stored.containsKey(Field.PHONE.key()));
        facts.put("hasEmail", email != null);
        facts.put("hasName", NAMES.stream().anyMatch(stored::containsKey));
        String title = stored.get(Field.TITLE.key());
        if (!facts.containsKey("seniority") && title != null) {
            Seniority.of(title).ifPresent(found -> facts.put("seniority", found));
        }
        Set<Channel> permitted = read.permitted();
        facts.put("mayMail", permitted.contains(Channel.MAIL));
        facts.put("mayCall", permitted.contains(Channel.CALL));
        facts.put("mayAtSource", permitted.contains(Channel.AT_SOURCE));
        facts.put(
                "daysSinceCapture",
                Duration.between(read.capturedAt(), clock.instant()).toDays());
        return facts;
    }

    /** Keys of the agreed lists, as long as they count; whatever else was stated under their names is no fact. */
    private void learned(KnowledgeQueries.Read read, Map<String, Object> facts) {
        for (LearnedList list : LearnedList.values()) {
            String key = read.facts().get(list.code());
            Instant at = read.moments().get(list.code());
            if (key != null && at != null && learned.counts(list, key, at)) {
                facts.put(list.code(), key);
            }
        }
    }

    private @Nullable String country(String value) {
        return phones.country(value) == null ? "other" : phones.country(value);
    }

    /** The channels on which this lead may be reached now. */
    public Set<Channel> permitted(UUID leadId) {
        return consents.permitted(leadId);
    }
}
