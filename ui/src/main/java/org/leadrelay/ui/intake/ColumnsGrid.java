package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.List;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.ui.component.ScreenWidth;

/** Grid of a file's columns: what each holds, what it becomes, and whether the rules may read it. */
final class ColumnsGrid extends Grid<ColumnMatch> {

    private final Command changed;

    ColumnsGrid(Command changed) {
        this.changed = changed;
        addClassName("columns-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(false);
        addComponentColumn(this::name)
                .setHeader(getTranslation("match.column"))
                .setComparator((a, b) -> a.column().compareToIgnoreCase(b.column()))
                .setFlexGrow(2);
        Column<ColumnMatch> samples = addColumn(each -> String.join(" · ", each.samples()))
                .setHeader(getTranslation("match.samples"))
                .setTooltipGenerator(each -> String.join("\n", each.samples()))
                .setFlexGrow(2);
        addComponentColumn(this::target)
                .setHeader(getTranslation("match.target"))
                .setFlexGrow(2);
        Column<ColumnMatch> rules = addComponentColumn(this::rules)
                .setHeader(getTranslation("match.rules"))
                .setFlexGrow(2);
        ScreenWidth.follow(this, narrow -> {
            samples.setVisible(!narrow);
            rules.setVisible(!narrow);
        });
    }

    void show(List<ColumnMatch> columns) {
        setItems(columns);
        setAllRowsVisible(columns.size() <= 12);
    }

    private Component name(ColumnMatch each) {
        Span how = new Span(
                getTranslation(each.said() ? "match.said" : each.isAttribute() ? "match.unknown" : "match.by-name"));
        how.addClassName("second-line");
        Div cell = new Div(new Span(each.column()), how);
        cell.addClassName("two-lines");
        return cell;
    }

    private Component target(ColumnMatch each) {
        ComboBox<String> target = new ComboBox<>();
        target.setItems(ColumnMatch.targets());
        target.setItemLabelGenerator(this::targetName);
        target.setValue(each.target());
        target.setAllowCustomValue(false);
        target.setAriaLabel(getTranslation("match.target.of", each.column()));
        target.getElement().getThemeList().add("small");
        target.setWidthFull();
        target.addValueChangeListener(event -> {
            if (event.getValue() == null) {
                target.setValue(event.getOldValue());
            } else if (event.isFromClient()) {
                each.becomes(event.getValue());
                getDataProvider().refreshItem(each);
                changed.execute();
            }
        });
        return target;
    }

    private String targetName(String target) {
        return getTranslation("field." + target);
    }

    private Component rules(ColumnMatch each) {
        if (!each.isAttribute()) {
            Span known = new Span(each.isKnownFact() ? each.fact() : "");
            known.addClassName("second-line");
            return known;
        }
        Select<FactDefinition.Type> type = new Select<>();
        type.setItems(FactDefinition.Type.NUMBER, FactDefinition.Type.BOOLEAN, FactDefinition.Type.LISTED);
        type.setEmptySelectionAllowed(true);
        String nothingSaid = each.isKnownFact() ? each.fact() : getTranslation("match.no-fact");
        type.setEmptySelectionCaption(nothingSaid);
        type.setPlaceholder(nothingSaid);
        type.setItemLabelGenerator(value -> value == null ? nothingSaid : getTranslation("match.fact." + value.name()));
        type.setValue(each.type());
        type.setAriaLabel(getTranslation("match.rules.of", each.column()));
        type.getElement().getThemeList().add("small");
        type.addValueChangeListener(event -> {
            each.factOf(event.getValue());
            getDataProvider().refreshItem(each);
            changed.execute();
        });
        Div cell = new Div(type);
        cell.addClassName("rules-cell");
        if (each.type() == FactDefinition.Type.LISTED) {
            cell.add(values(each));
        }
        if (each.type() != null) {
            Span name = new Span(each.fact());
            name.addClassName("second-line");
            cell.add(name);
        }
        return cell;
    }

    private Component values(ColumnMatch each) {
        TextField values = new TextField();
        values.setPlaceholder(getTranslation("match.values"));
        values.setAriaLabel(getTranslation("match.values.of", each.column()));
        values.setTooltipText(getTranslation("match.values.what"));
        values.getElement().getThemeList().add("small");
        values.setValue(each.values());
        values.addValueChangeListener(event -> {
            each.oneOf(event.getValue());
            changed.execute();
        });
        return values;
    }
}
