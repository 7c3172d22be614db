package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.leadrelay.ui.component.SearchField;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Sort;

/** Filter bar of the inbox, with its order. */
class FilterBar extends Div {

    private static final long serialVersionUID = 1L;

    private final Consumer<InboxQuery> changed;
    private final SearchField text = new SearchField(getTranslation("inbox.search"));
    private final Button toggle = new Button(VaadinIcon.FILTER.create());
    private final Select<Sort> sort = new Select<>();
    private final Button direction = new Button();
    private final Div more = new Div();
    private final ComboBox<String> step = new ComboBox<>();
    private final ComboBox<String> source = new ComboBox<>();
    private final Select<String> priority = new Select<>();
    private final Checkbox overdue = new Checkbox();
    private InboxQuery query = InboxState.START.query();
    private Map<String, String> steps = Map.of();
    private boolean down;
    private boolean showing;

    /**
     * @param changed is told what to list from now on
     * @param save saves what is listed now as a view
     * @param sources those there are; asked for when somebody wants to choose
     * @param tools what else can be done with what is listed
     */
    FilterBar(Consumer<InboxQuery> changed, Runnable save, Supplier<List<String>> sources, Component... tools) {
        this.changed = changed;
        addClassName("filters");
        text.addValueChangeListener(
                event -> change(now -> now.text(event.getValue().isBlank() ? null : event.getValue())));
        text.setTooltipText(getTranslation("inbox.search") + "  [f]");
        toggle.setAriaLabel(getTranslation("inbox.filters"));
        toggle.setTooltipText(getTranslation("inbox.filters"));
        toggle.addThemeVariants(ButtonVariant.LUMO_ICON);
        toggle.addClickListener(event -> more(!more.isVisible()));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(each -> getTranslation("sort." + each.name().toLowerCase(Locale.ROOT)));
        sort.setAriaLabel(getTranslation("sort.label"));
        sort.addValueChangeListener(event -> change(now -> now.sort(event.getValue(), now.descending())));
        direction.addThemeVariants(ButtonVariant.LUMO_ICON);
        direction.addClickListener(event -> changed.accept(query.sort(query.sort(), !query.descending())));

        step.setPlaceholder(getTranslation("inbox.step"));
        step.setItemLabelGenerator(id -> steps.getOrDefault(id, id));
        choice(step, "inbox.step", event -> change(now -> now.step(event)));
        source.setPlaceholder(getTranslation("inbox.source"));
        source.setItems(asked -> {
            String typed = asked.getFilter().orElse("").toLowerCase(getLocale());
            return sources.get().stream()
                    .filter(each -> each.toLowerCase(getLocale()).contains(typed))
                    .skip(asked.getOffset())
                    .limit(asked.getLimit());
        });
        choice(source, "inbox.source", event -> change(now -> now.source(event)));
        priority.setItems("high", "normal", "low");
        priority.setItemLabelGenerator(
                each -> each == null ? getTranslation("priority.any") : TaskCodeWords.priorityText(this, each));
        priority.setEmptySelectionAllowed(true);
        priority.setEmptySelectionCaption(getTranslation("priority.any"));
        priority.setPlaceholder(getTranslation("inbox.priority"));
        priority.setAriaLabel(getTranslation("inbox.priority"));
        priority.addValueChangeListener(event -> change(now -> now.priority(event.getValue())));
        overdue.setLabel(getTranslation("inbox.overdue"));
        overdue.addValueChangeListener(event -> change(now -> now.overdue(event.getValue())));
        Button clear = new Button(
                getTranslation("inbox.clear"),
                click -> changed.accept(InboxState.of(query).unfiltered().query()));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button keep = new Button(getTranslation("inbox.save"), click -> save.run());
        keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.add(step, source, priority, overdue, clear, keep);
        more.add(tools);
        more.addClassName("more-filters");
        Div first = new Div(text, toggle, sort, direction);
        first.addClassName("first-filters");
        add(first, more);
        more(false);
    }

    /**
     * @param names the steps there are with how many wait there, by their id
     */
    void show(InboxQuery now, Map<String, String> names) {
        showing = true;
        query = now;
        text.setValue(now.text() == null ? "" : now.text());
        sort.setValue(now.sort());
        if (direction.getIcon() == null || down != now.descending()) {
            down = now.descending();
            direction.setIcon((down ? VaadinIcon.ARROW_DOWN : VaadinIcon.ARROW_UP).create());
        }
        String way = getTranslation(now.descending() ? "sort.down" : "sort.up");
        direction.setAriaLabel(way);
        direction.setTooltipText(way);
        if (!names.equals(steps) || !Objects.equals(step.getValue(), now.step())) {
            steps = names;
            items(step, names.keySet().stream().toList(), now.step());
        }
        source.setValue(now.source());
        priority.setValue(now.priority());
        overdue.setValue(now.overdue());
        if (InboxState.of(now.text(null)).filtered()) {
            more(true);
        }
        showing = false;
    }

    private void more(boolean visible) {
        more.setVisible(visible);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(visible));
    }

    private void change(UnaryOperator<InboxQuery> how) {
        if (!showing) {
            changed.accept(how.apply(query));
        }
    }

    private static void items(
            ComboBox<String> box, List<String> items, @org.jspecify.annotations.Nullable String value) {
        List<String> all = value == null || items.contains(value)
                ? items
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(value), items.stream())
                        .toList();
        box.setItems(all);
        box.setValue(value);
    }

    private void choice(ComboBox<String> box, String key, Consumer<@org.jspecify.annotations.Nullable String> chosen) {
        box.setAriaLabel(getTranslation(key));
        box.setClearButtonVisible(true);
        box.addValueChangeListener(event -> chosen.accept(event.getValue()));
    }

    /** What a test looks at. */
    Component search() {
        return text;
    }
}
