package org.leadrelay.ui.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadNames;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.springframework.stereotype.Component;

/** Values that a search over the log can be narrowed to, with what people call them. */
@Component
record LineChoices(
        LineSearch search, Charter charter, People people, LeadCards cards, LeadNames names, CurrentPerson current) {

    private static final List<String> REASONS =
            List.of("rejectionReasons", "notReadyReasons", "lostReasons", "breachReasons");

    /** Codes of kinds with their words, in the order of the words. */
    Map<String, String> kinds(Locale locale) {
        return search.kinds(locale);
    }

    /** Logins with names, the product itself first. */
    Map<String, String> everybody() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Actor.SYSTEM.login(), Actor.SYSTEM.displayName());
        for (Person each : people.all()) {
            all.put(each.login(), each.displayName());
        }
        return all;
    }

    String person(String login) {
        return people.displayName(login);
    }

    /** Codes of all agreed lists with which somebody answers or explains. */
    Map<String, String> reasons(Locale locale) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String list : REASONS) {
            for (Option each : charter.options(list, locale)) {
                all.putIfAbsent(each.value(), each.label());
            }
        }
        return all;
    }

    /** Steps at which something was written, with their names. */
    Map<String, String> steps(Locale locale) {
        return search.steps(locale);
    }

    /** Leads that answer to a few letters. */
    List<LeadRow> leads(String text, int from, int most) {
        return cards.page(
                        new LeadQuery(
                                text.isBlank() ? null : text,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                from / Math.max(1, most),
                                most,
                                "-capturedAt"),
                        current.get())
                .items();
    }

    /** What leads are called; those that are gone are not among them. */
    Map<UUID, String> named(List<UUID> leads) {
        return names.of(new ArrayList<>(leads));
    }
}
