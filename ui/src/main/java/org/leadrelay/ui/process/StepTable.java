package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.LiveModel;
import org.leadrelay.redesign.LiveStep;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.EmptyState;

/** What stands where in a model, as a table: for phones and screen readers, and for what only older versions have. */
final class StepTable extends Div {

    private final SerializableConsumer<@Nullable String> chosen;
    private final Map<String, NativeTableRow> rows = new HashMap<>();

    StepTable(SerializableConsumer<@Nullable String> chosen) {
        this.chosen = chosen;
        addClassName("step-table");
    }

    void show(LiveModel model) {
        removeAll();
        rows.clear();
        if (model.steps().isEmpty()) {
            add(new EmptyState(getTranslation("process.steps.none"), getTranslation("process.steps.none.why")));
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("process.steps", model.name()),
                        Stream.of("step", "leads", "older", "late", "failed")
                                .map(each -> getTranslation("process.column." + each))
                                .toList())
                .linesOnPhones();
        model.steps().forEach(each -> rows.put(each.element(), table.row(cells(each))));
        add(table);
    }

    void mark(@Nullable String step) {
        rows.forEach((element, row) -> row.setClassName("chosen", element.equals(step)));
    }

    private List<Component> cells(LiveStep step) {
        Button name = new Button(step.name(), click -> chosen.accept(step.element()));
        name.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        name.setTooltipText(getTranslation("process.step.open"));
        Div where = new Div(name);
        if (!step.drawn()) {
            Span gone = new Span(getTranslation("process.step.gone"));
            gone.addClassName("second-line");
            where.add(gone);
        }
        return List.of(
                where,
                number(step.leads(), null),
                number(step.older(), null),
                number(step.late(), "count-late"),
                number(step.failed(), "count-failed"));
    }

    private Span number(long number, @Nullable String look) {
        Span shown = new Span(number == 0 ? "–" : ProcessServices.number(number, getLocale()));
        if (number > 0 && look != null) {
            shown.addClassName(look);
        }
        return shown;
    }
}
