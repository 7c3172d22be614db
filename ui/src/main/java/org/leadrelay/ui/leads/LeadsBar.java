package org.leadrelay.ui.leads;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadChoices.Choices;
import org.leadrelay.lead.LeadChoices.Step;
import org.leadrelay.ui.component.SearchField;

/** Search and filters above the list. */
final class LeadsBar extends Div {

    private static final int PAUSE_MILLIS = 350;

    private final SearchField text = new SearchField(getTranslation("leads.search"));
    private final Select<String> state = new Select<>();
    private final ComboBox<Step> step = new ComboBox<>();
    private final ComboBox<String> source = new ComboBox<>();
    private final Select<String> priority = new Select<>();
    private final ComboBox<String> owner = new ComboBox<>();
    private final Select<String> end = new Select<>();
    private final Button clear = new Button();
    private LeadFilter shown = LeadFilter.none();
    private boolean setting;

    LeadsBar(LeadWords words, SerializableConsumer<LeadFilter> changed) {
        text.addValueChangeListener(event -> tell(changed));
        for (AbstractField<?, ?> field : List.of(step, source, owner)) {
            field.addValueChangeListener(event -> tell(changed));
        }
        for (Select<String> field : List.of(state, priority, end)) {
            field.addValueChangeListener(event -> tell(changed));
        }
        clear.addClickListener(
                click -> changed.accept(LeadFilter.none().sorted(shown.sort()).showing(shown.columns())));

        addClassName("filters");
        text.setTooltipText(getTranslation("leads.search.what"));
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addClassName("filters-search");
        choice(state, "state", List.of("running", "ended"), "lead.state.");
        choice(priority, "priority", List.of("high", "normal", "low"), "lead.priority.");
        choice(end, "end", Journey.ENDS, "lead.end.");
        box(step, "step");
        step.setItemLabelGenerator(Step::name);
        box(source, "source");
        box(owner, "owner");
        owner.setItemLabelGenerator(words::person);
        clear.setText(getTranslation("leads.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(text, state, step, source, priority, owner, end, clear);
    }

    private void choice(Select<String> field, String name, List<String> values, String prefix) {
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setItemLabelGenerator(
                value -> value == null ? getTranslation("leads.any." + name) : getTranslation(prefix + value));
        field.setEmptySelectionCaption(getTranslation("leads.any." + name));
        field.setPlaceholder(getTranslation("leads.any." + name));
        field.setAriaLabel(getTranslation("leads.column." + name));
        small(field, name);
    }

    private void box(ComboBox<?> field, String name) {
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("leads.any." + name));
        field.setAriaLabel(getTranslation("leads.column." + name));
        small(field, name);
    }

    private static void small(HasStyle field, String name) {
        field.getElement().getThemeList().add("small");
        field.addClassNames("filter", "filter-" + name);
    }

    /** Shows what the address says, without telling anybody. */
    void show(LeadFilter filter, Choices choices) {
        setting = true;
        shown = filter;
        text.setValue(filter.text() == null ? "" : filter.text());
        state.setValue(known(filter.state(), List.of("running", "ended")));
        priority.setValue(known(filter.priority(), List.of("high", "normal", "low")));
        end.setValue(filter.end());
        step.setItems(choices.steps());
        step.setValue(choices.steps().stream()
                .filter(each -> each.id().equals(filter.step()))
                .findFirst()
                .orElse(null));
        source.setItems(choices.sources());
        source.setValue(known(filter.source(), choices.sources()));
        owner.setItems(choices.owners());
        owner.setValue(known(filter.owner(), choices.owners()));
        clear.setVisible(filter.asks());
        setting = false;
    }

    private static @Nullable String known(@Nullable String value, List<String> values) {
        return value != null && values.contains(value) ? value : null;
    }

    private void tell(SerializableConsumer<LeadFilter> changed) {
        if (setting) {
            return;
        }
        Step chosen = step.getValue();
        changed.accept(new LeadFilter(
                text.getValue().isBlank() ? null : text.getValue().strip(),
                state.getValue(),
                chosen == null ? null : chosen.id(),
                source.getValue(),
                priority.getValue(),
                owner.getValue(),
                end.getValue(),
                shown.sort(),
                shown.columns()));
    }
}
