package org.leadrelay.ui.audit;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.PageLink;

/** Filter bar of the search over the log. */
final class LinesBar extends Div {

    private final Map<String, String> kinds;
    private final Map<String, String> people;
    private final Map<String, String> steps;
    private final Map<String, String> reasons;
    private final ComboBox<String> kind = new ComboBox<>();
    private final ComboBox<String> person = new ComboBox<>();
    private final ComboBox<String> element = new ComboBox<>();
    private final ComboBox<UUID> lead = new ComboBox<>();
    private final ComboBox<String> reason = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Span promise = new Span();
    private final Button clear = new Button();
    private final SerializableConsumer<LinesState> changed;
    private LinesState shown = LinesState.ALL;
    private boolean setting;

    LinesBar(LineChoices choices, SerializableConsumer<LinesState> changed) {
        this.changed = changed;
        kinds = choices.kinds(getLocale());
        people = choices.everybody();
        steps = choices.steps(getLocale());
        reasons = choices.reasons(getLocale());
        for (ComboBox<?> box : List.of(kind, person, element, lead, reason)) {
            box.addValueChangeListener(event -> tell());
        }
        for (DatePicker day : List.of(from, to)) {
            day.addValueChangeListener(event -> tell());
        }
        clear.addClickListener(click -> changed.accept(LinesState.ALL));

        addClassName("filters");
        box(kind, "kind");
        kind.setItemLabelGenerator(code -> kinds.getOrDefault(code, code));
        box(person, "person");
        person.setItemLabelGenerator(login -> people.getOrDefault(login, login));
        box(element, "element");
        element.setItemLabelGenerator(id -> steps.getOrDefault(id, id));
        box(reason, "reason");
        reason.setItemLabelGenerator(code -> reasons.getOrDefault(code, code));
        box(lead, "lead");
        Map<UUID, String> names = new ConcurrentHashMap<>();
        lead.setItemLabelGenerator(id ->
                names.computeIfAbsent(id, any -> choices.named(List.of(id)).getOrDefault(id, id.toString())));
        lead.setItems(query -> choices.leads(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream()
                .map(each -> {
                    names.put(each.id(), each.name());
                    return each.id();
                }));
        day(from, "from");
        day(to, "to");
        promise.addClassName("audit-chosen");
        clear.setText(getTranslation("audit.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(kind, person, element, lead, reason, from, to, promise, clear);
    }

    private void box(ComboBox<?> field, String name) {
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("audit.any." + name));
        field.setAriaLabel(getTranslation("audit.by." + name));
        small(field, name);
    }

    private void day(DatePicker field, String name) {
        DayFields.speak(field, getLocale());
        field.setAriaLabel(getTranslation("audit.by." + name));
        field.setPlaceholder(getTranslation("audit.by." + name));
        field.setClearButtonVisible(true);
        small(field, name);
    }

    private static void small(HasStyle field, String name) {
        field.getElement().getThemeList().add("small");
        field.addClassNames("filter", "filter-" + name);
    }

    void focusFirst() {
        kind.focus();
    }

    /** Shows what the address says, without telling anybody. */
    void show(LinesState asked) {
        setting = true;
        shown = asked;
        set(kind, kinds, asked.kind());
        set(person, people, asked.person());
        set(element, steps, asked.element());
        set(reason, reasons, asked.reason());
        lead.setValue(asked.lead());
        from.setValue(asked.from());
        to.setValue(asked.to());
        promise.removeAll();
        promise.setVisible(asked.promise() != null);
        if (asked.promise() != null) {
            PageLink drop = new PageLink(asked.ofAnyPromise().link(), getTranslation("audit.promise.drop"));
            promise.add(new Span(getTranslation("audit.promise.chosen", asked.promise())), drop);
        }
        clear.setVisible(asked.asks());
        setting = false;
    }

    /** Also what the address asks for and nobody offers. */
    private static void set(ComboBox<String> box, Map<String, String> known, @Nullable String asked) {
        List<String> items = new ArrayList<>(known.keySet());
        if (asked != null && !known.containsKey(asked)) {
            items.add(asked);
        }
        box.setItems(items);
        box.setValue(asked);
    }

    private void tell() {
        if (!setting) {
            changed.accept(new LinesState(
                    kind.getValue(),
                    person.getValue(),
                    element.getValue(),
                    lead.getValue(),
                    shown.promise(),
                    reason.getValue(),
                    from.getValue(),
                    to.getValue(),
                    null));
        }
    }
}
