package org.leadrelay.ui.component;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.Set;

/** Menu of the columns of a list. */
public final class ColumnChoice<C> extends Button {

    private final List<C> all;
    private final List<C> byDefault;
    private final ItemLabelGenerator<C> label;
    private final SerializableConsumer<List<C>> chosen;

    public ColumnChoice(
            List<C> all,
            List<C> byDefault,
            ItemLabelGenerator<C> label,
            SerializableSupplier<List<C>> shown,
            SerializableConsumer<List<C>> chosen) {
        this.all = all;
        this.byDefault = byDefault;
        this.label = label;
        this.chosen = chosen;
        setText(getTranslation("columns"));
        setIcon(VaadinIcon.GRID_H.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        addClassName("not-on-phones");
        addClickListener(click -> new Choice(shown.get()).open());
    }

    /** The columns as check boxes; none at all is no choice. */
    private final class Choice extends FormDialog {

        Choice(List<C> shown) {
            super("24em");
            CheckboxGroup<C> columns = new CheckboxGroup<>();
            columns.setItems(all);
            columns.setValue(Set.copyOf(shown));
            columns.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            columns.setItemLabelGenerator(label);
            columns.setAriaLabel(getTranslation("columns.which"));
            columns.addValueChangeListener(
                    event -> setSaveEnabled(!event.getValue().isEmpty()));
            Button standard =
                    new Button(getTranslation("columns.default"), click -> columns.setValue(Set.copyOf(byDefault)));
            standard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            setHeaderTitle(getTranslation("columns.which"));
            form(columns);
            apart(standard);
            saves(getTranslation("columns.show"), () -> {
                Set<C> these = columns.getValue();
                chosen.accept(all.stream().filter(these::contains).toList());
            });
        }
    }
}
