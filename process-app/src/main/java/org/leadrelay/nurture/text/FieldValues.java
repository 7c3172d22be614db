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

    Map<MergeField, String> of(LeadCard card, Locale locale) {
        Map<MergeField, String> values = new EnumMap<>(MergeField.class);
        learned.of(card.id())
                .forEach((list, fact) ->
                        MergeField.of(list.code()).ifPresent(field -> values.put(field, fact.in(locale))));
        put(values, MergeField.FIRST_NAME, card.firstName());
        put(values, MergeField.LAST_NAME, card.lastName());
        put(values, MergeField.COMPANY, card.company());
        put(values, MergeField.CITY, card.city());
        put(values, MergeField.REP_NAME, rep(card.owner()));
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

    private static void put(Map<MergeField, String> values, MergeField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }
}
