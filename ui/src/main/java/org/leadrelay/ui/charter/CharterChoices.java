package org.leadrelay.ui.charter;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.charter.Rung;
import org.springframework.stereotype.Component;

/** Select options of the charter's dialogs: roles, people, steps, calendars. */
@Component
class CharterChoices {

    private final Roles roles;
    private final People people;
    private final ModelElements models;
    private final CalendarAdministration calendars;
    private final CharterWords words;

    CharterChoices(
            Roles roles, People people, ModelElements models, CalendarAdministration calendars, CharterWords words) {
        this.roles = roles;
        this.people = people;
        this.models = models;
        this.calendars = calendars;
        this.words = words;
    }

    CharterWords words() {
        return words;
    }

    ComboBox<String> role() {
        return of(roleNames(), words::role);
    }

    /** Whoever can be told: the person at the step, both heads, a role. */
    ComboBox<String> whom() {
        List<String> all = new ArrayList<>(List.of(Rung.HOLDER, Rung.OWNER, Rung.HEADS));
        all.addAll(roleNames());
        return of(all, words::whom);
    }

    /** Whoever can answer for a figure: a head, or a person. */
    ComboBox<String> owner() {
        List<String> all = new ArrayList<>(
                Arrays.stream(Mandate.values()).map(Mandate::code).toList());
        people.all().stream()
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::displayName))
                .forEach(each -> all.add(each.login()));
        return of(all.stream().distinct().toList(), words::owner);
    }

    /** The steps of the models in force and of those about to be; another one can be written, and is shown as broken. */
    ComboBox<String> step() {
        Map<String, String> names = steps();
        List<String> steps = elements()
                .filter(each -> each.role() != null || !each.clauses().isEmpty())
                .map(Element::id)
                .distinct()
                .sorted(Comparator.comparing(id -> names.getOrDefault(id, id)))
                .toList();
        ComboBox<String> box = of(steps, id -> names.getOrDefault(id, id));
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(event -> box.setValue(event.getDetail().strip()));
        return box;
    }

    /** What the steps and events of the models are called, by id. */
    Map<String, String> steps() {
        return elements().collect(Collectors.toMap(Element::id, Element::name, (some, other) -> some));
    }

    private Stream<Element> elements() {
        return Stream.concat(models.all().stream(), models.coming().stream());
    }

    ComboBox<String> calendar() {
        return of(calendars.all().stream().map(CalendarVersion::id).toList(), words::calendar);
    }

    /** What usually comes next after a rejection. */
    ComboBox<String> nextStep() {
        return of(AgreedOption.NEXT_STEPS, words::nextStep);
    }

    private List<String> roleNames() {
        return roles.all().stream().map(Roles.Role::name).toList();
    }

    private static ComboBox<String> of(List<String> values, ItemLabelGenerator<String> label) {
        ComboBox<String> box = new ComboBox<>();
        box.setItems(values);
        box.setItemLabelGenerator(label);
        return box;
    }
}
