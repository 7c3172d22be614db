package org.leadrelay.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Asks which columns to show. */
final class ColumnChoice {

    private final SerializableConsumer<List<LeadColumn>> chosen;

    ColumnChoice(SerializableConsumer<List<LeadColumn>> chosen) {
        this.chosen = chosen;
    }

    void open(List<LeadColumn> shown) {
        Dialog dialog = new Dialog();
        CheckboxGroup<LeadColumn> columns = new CheckboxGroup<>();
        columns.setItems(LeadColumn.values());
        columns.setValue(Set.copyOf(shown));
        columns.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        columns.setItemLabelGenerator(each -> dialog.getTranslation("leads.column." + each.key()));
        columns.setAriaLabel(dialog.getTranslation("leads.columns.which"));
        Button standard =
                new Button(
                        dialog.getTranslation("leads.columns.default"),
                        click -> columns.setValue(Set.copyOf(LeadColumn.byDefault())));
        standard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button show =
                new Button(
                        dialog.getTranslation("leads.columns.show"),
                        click -> {
                            dialog.close();
                            take(columns.getValue());
                        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        columns.addValueChangeListener(event -> show.setEnabled(!event.getValue().isEmpty()));
        dialog.setHeaderTitle(dialog.getTranslation("leads.columns.which"));
        dialog.add(columns);
        dialog.getFooter().add(standard, show);
        dialog.open();
    }

    private void take(Set<LeadColumn> these) {
        chosen.accept(Arrays.stream(LeadColumn.values()).filter(these::contains).toList());
    }
}
