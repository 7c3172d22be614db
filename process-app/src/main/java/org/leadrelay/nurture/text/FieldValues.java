package org.leadrelay.nurture.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LearnedFacts;
import org.springframework.stereotype.Component;

/** Values of the merge fields for one lead: what is known of it now. */
@Component
class FieldValues {

    private final LearnedFacts learned;
    private final People people;

    FieldValues(LearnedFacts learned, People people) {
        this.learned = learned;
        this.people = people;
    }

    Map<TextField, String> of(LeadCard card, Locale locale) {
        Map<TextField, String> values = new EnumMap<>(TextField.class);
        learned.of(card.id())
                .forEach((list, fact) ->
                        TextField.of(list.code()).ifPresent(field -> values.put(field, fact.in(locale))));
        put(values, TextField.FIRST_NAME, card.firstName());
        put(values, TextField.LAST_NAME, card.lastName());
        put(values, TextField.COMPANY, card.company());
        put(values, TextField.CITY, card.city());
        put(values, TextField.REP_NAME, rep(card.owner()));
        return values;
    }

    private @Nullable String rep(@Nullable String owner) {
        return owner == null
                ? null
                : people.find(owner)
                        .filter(Person::active)
                        .map(Person::displayName)
                        .orElse(null);
    }

    private static void put(Map<TextField, String> values, TextField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }
}
