package org.leadrelay.ui.leads;

import com.vaadin.flow.component.Component;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.ui.component.Times;

/** Cell texts of the list of leads, in the reader's language. */
final class LeadWords {

    private final UnaryOperator<String> translated;
    private final Locale locale;
    private final Times times;
    private final Map<String, String> names;

    private LeadWords(UnaryOperator<String> translated, Locale locale, Times times, Map<String, String> names) {
        this.translated = translated;
        this.locale = locale;
        this.times = times;
        this.names = names;
    }

    static LeadWords of(Component screen, Locale locale, Times times, People people) {
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::login, Person::displayName));
        Function<String, String> inLocale = key -> screen.getTranslation(locale, key);
        return new LeadWords(inLocale::apply, locale, times, names);
    }

    String end(@Nullable String end) {
        return end == null ? "" : translated.apply("lead.end." + end);
    }

    String priority(@Nullable String priority) {
        return priority == null ? "" : translated.apply("lead.priority." + priority);
    }

    String person(@Nullable String login) {
        return login == null ? "" : names.getOrDefault(login, login);
    }

    String number(@Nullable Number number) {
        return number == null ? "" : NumberFormat.getIntegerInstance(locale).format(number);
    }

    String time(@Nullable Instant at) {
        return times.text(at, locale);
    }

    /** The step by its name in the model; its id where a model gave it none. */
    String step(LeadRow row) {
        String name = row.stepName();
        if (name != null) {
            return name;
        }
        String step = row.step();
        return step == null ? "" : step;
    }
}
