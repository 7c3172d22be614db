package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;

/**
 * Rule of what an anonymous form may do to the facts of a person: fill gaps, and nothing else. A name and
 * an address are filled as a whole: nobody gets the street of one and the city of another. What was
 * typed and differs is told apart, to be shown beside what is known.
 */
final class FormRule {

    /** Identity, scores and behaviour: kept as sent, whoever the form is about. */
    private static final Set<Field> NEVER = Set.of(
            Field.EXTERNAL_ID,
            Field.NUMBER,
            Field.VISITS,
            Field.SECONDS_ON_SITE,
            Field.PAGES_PER_VISIT,
            Field.LAST_ACTIVITY,
            Field.PROFILE_SCORE,
            Field.ACTIVITY_SCORE);

    /** Said by the form itself rather than by who fills it in; each touch keeps its own. */
    private static final Set<String> OF_THE_FORM =
            Set.of(Field.SOURCE.key(), Field.CAMPAIGN.key(), Field.CAPTURE_CHANNEL.key());

    private static final Set<String> NAMES = Set.of(Field.NAME.key(), Field.FIRST_NAME.key(), Field.LAST_NAME.key());

    private static final Set<String> ADDRESS =
            Set.of(Field.STREET.key(), Field.POSTAL_CODE.key(), Field.CITY.key(), Field.COUNTRY.key());

    private static final String AS_SENT = " (as sent)";

    private final Map<String, StoredFact> known;
    private final Phones phones;

    private FormRule(Map<String, StoredFact> known, Phones phones) {
        this.known = known;
        this.phones = phones;
    }

    /**
     * Something that differs.
     *
     * @param known null when nothing is known that a form may not say
     */
    record Typed(
            String name,
            String label,
            String value,
            @Nullable String known) {}

    /** What is filled, and what is shown only. */
    record Sorted(Map<String, CheckedCapture.Known> gaps, List<Typed> differing) {}

    /** Whether a form's value of this field is kept beside the facts only. */
    static boolean isKeptAsSent(Field field) {
        return NEVER.contains(field);
    }

    /** What people learn of a lead is not said by a form that anybody can fill in: it is kept beside the facts. */
    static Attribute learnedAsSent(Attribute sent) {
        String name = TextNormalizer.clean(sent.name());
        return LearnedList.of(name).isPresent() ? new Attribute(asSent(name), sent.value()) : sent;
    }

    /** The name beside the facts of what is no fact. */
    static String asSent(String name) {
        return name + AS_SENT;
    }

    /** Sorts what a form says about somebody who is known. */
    static Sorted sort(Map<String, StoredFact> known, Map<String, CheckedCapture.Known> typed, Phones phones) {
        return new FormRule(known, phones).sort(typed);
    }

    private Sorted sort(Map<String, CheckedCapture.Known> typed) {
        Map<String, CheckedCapture.Known> gaps = new LinkedHashMap<>();
        List<Typed> differing = new ArrayList<>();
        Set<String> whole = new LinkedHashSet<>();
        for (Set<String> group : List.of(NAMES, ADDRESS)) {
            if (typed.entrySet().stream()
                    .filter(each -> group.contains(each.getKey()))
                    .anyMatch(each -> contradicts(each.getKey(), each.getValue().value()))) {
                whole.addAll(group);
            }
        }
        Predicate<String> closed = name -> whole.contains(name) || name.equals(Field.COMPANY_SIZE.key());
        typed.forEach((name, said) -> {
            Optional<Field> never = keptAsSent(name);
            String about = never.map(Field::key).orElse(name);
            String label = never.map(Field::label).orElse(said.label());
            StoredFact fact = known.get(about);
            boolean open = fact == null && never.isEmpty() && !closed.test(name);
            if (open && !contradicts(name, said.value())) {
                gaps.put(name, said);
            } else if (!OF_THE_FORM.contains(name) && !same(about, said.value(), fact)) {
                differing.add(new Typed(about, label, said.value(), fact == null ? null : fact.value()));
            }
        });
        return new Sorted(gaps, differing);
    }

    /** The field about which something was kept as sent; an id cannot be taken over by anybody. */
    private static Optional<Field> keptAsSent(String name) {
        return name.endsWith(AS_SENT)
                ? Field.of(name.substring(0, name.length() - AS_SENT.length()))
                        .filter(each -> NEVER.contains(each) && each != Field.EXTERNAL_ID)
                : Optional.empty();
    }

    private boolean contradicts(String name, String value) {
        StoredFact fact = known.get(name);
        if (fact != null) {
            return !same(name, value, fact);
        }
        if (NAMES.contains(name)) {
            String stated = statedName();
            return stated != null && !PersonName.occursIn(value, stated);
        }
        return name.equals(Field.COUNTRY.key()) && readsThePhoneOtherwise(value);
    }

    /** The full name where it is more than its known parts. */
    private @Nullable String statedName() {
        String name = value(Field.NAME);
        String parts = PersonName.joined(value(Field.FIRST_NAME), value(Field.LAST_NAME));
        return name == null || name.equals(parts) ? null : name;
    }

    private boolean readsThePhoneOtherwise(String country) {
        String phone = value(Field.PHONE);
        return phone != null && !same(phones.e164(phone, null), phones.e164(phone, country));
    }

    private boolean same(String name, String value, @Nullable StoredFact fact) {
        if (fact == null) {
            return false;
        }
        String country = value(Field.COUNTRY);
        String number = name.equals(Field.PHONE.key()) ? phones.e164(value, country) : null;
        return number == null ? same(value, fact.value()) : same(number, phones.e164(fact.value(), country));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return TextNormalizer.same(one, other);
    }

    private @Nullable String value(Field field) {
        StoredFact fact = known.get(field.key());
        return fact == null ? null : fact.value();
    }
}
