package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.LiveModel;
import org.leadrelay.redesign.LiveStep;
import org.leadrelay.ui.component.EmptyState;

/** Panel of the models in force, one at a time: its diagram with what stands where, the same as a table, and the leads of a step. */
final class RunningPanel extends Div {

    /** Called with what is shown from now on. */
    interface Choice extends Serializable {
        void chosen(String model, @Nullable String step);
    }

    private final Choice choice;
    private final Tabs tabs = new Tabs();
    private final OlderLine older = new OlderLine();
    private final LiveDiagram diagram;
    private final StepTable table;
    private final StepLeadsPanel leads;
    private List<LiveModel> models = List.of();
    private @Nullable LiveModel model;

    RunningPanel(ProcessServices desk, Choice choice) {
        this.choice = choice;
        diagram = new LiveDiagram(this::choose);
        table = new StepTable(this::choose);
        leads = new StepLeadsPanel(desk);
        addClassName("process-running");
        tabs.getElement().setAttribute("aria-label", getTranslation("process.models"));
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                draw(models.get(tabs.getSelectedIndex()));
                choose(null);
            }
        });
        Div what = new Div(diagram, table);
        what.addClassName("process-what");
        add(tabs, older, what, leads);
    }

    /**
     * @param preferred the model to show; the first where there is none such
     * @param step the element whose leads are listed; null for none
     */
    void show(List<LiveModel> found, @Nullable String preferred, @Nullable String step) {
        models = List.copyOf(found);
        tabs.removeAll();
        found.forEach(each -> tabs.add(new Tab(
                getTranslation("process.model", each.name(), ProcessServices.number(standing(each), getLocale())))));
        if (found.isEmpty()) {
            removeAll();
            add(new EmptyState(getTranslation("process.none"), getTranslation("process.none.why")));
            return;
        }
        LiveModel shown = found.stream()
                .filter(each -> each.id().equals(preferred))
                .findFirst()
                .orElse(found.get(0));
        tabs.setSelectedIndex(found.indexOf(shown));
        draw(shown);
        mark(step);
    }

    /** How many stand in a model at all: a lead that stands at two of its elements counts twice. */
    private static long standing(LiveModel model) {
        return model.steps().stream().mapToLong(LiveStep::leads).sum();
    }

    private void draw(LiveModel shown) {
        model = shown;
        older.show(shown.older());
        diagram.show(shown);
        table.show(shown);
    }

    private void choose(@Nullable String step) {
        mark(step);
        if (model != null) {
            choice.chosen(model.id(), step);
        }
    }

    private void mark(@Nullable String step) {
        diagram.choose(step);
        table.mark(step);
        if (model != null) {
            leads.show(model, step);
        }
    }
}
