package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.LiveModel;
import org.leadrelay.redesign.LiveStep;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.component.BpmnDiagram.Count;
import org.leadrelay.ui.component.ZoomButtons;

/** Diagram of a model in force; at each element stands how many leads are there, what is late, and what failed. */
final class LiveDiagram extends Div {

    private final BpmnDiagram diagram;

    /**
     * @param chosen called with the element that somebody clicks on or presses Enter at; null for a click beside all
     */
    LiveDiagram(SerializableConsumer<@Nullable String> chosen) {
        addClassNames("diagram-panel", "live-diagram");
        diagram = new BpmnDiagram(getTranslation("process.diagram"));
        diagram.addElementChosenListener(event -> chosen.accept(event.element().isEmpty() ? null : event.element()));
        Div bar = new Div(ZoomButtons.of(diagram));
        bar.addClassName("diagram-bar");
        Div legend = new Div(
                legend("legend-leads", "process.legend.leads"),
                legend("legend-late", "process.legend.late"),
                legend("legend-failed", "process.legend.failed"));
        legend.addClassName("diagram-legend");
        add(bar, diagram, legend);
    }

    void show(LiveModel model) {
        diagram.show(model.bpmn());
        diagram.count(
                model.steps().stream().filter(LiveStep::drawn).map(this::count).toList());
    }

    void choose(@Nullable String element) {
        diagram.choose(element);
    }

    private Count count(LiveStep step) {
        return new Count(
                step.element(),
                step.leads() == 0 ? "" : ProcessServices.number(step.leads(), getLocale()),
                step.late() == 0 ? "" : ProcessServices.number(step.late(), getLocale()),
                step.failed() == 0 ? "" : ProcessServices.number(step.failed(), getLocale()),
                said(step));
    }

    /** "Answer hand-off: 40 leads, 3 late, 1 failed job" */
    private String said(LiveStep step) {
        List<String> parts = new ArrayList<>();
        parts.add(
                getTranslation("process.step.leads", step.leads(), ProcessServices.number(step.leads(), getLocale())));
        if (step.late() > 0) {
            parts.add(
                    getTranslation("process.step.late", step.late(), ProcessServices.number(step.late(), getLocale())));
        }
        if (step.failed() > 0) {
            parts.add(getTranslation(
                    "process.step.failed", step.failed(), ProcessServices.number(step.failed(), getLocale())));
        }
        return getTranslation("process.step.said", step.name(), String.join(", ", parts));
    }

    private Span legend(String look, String text) {
        Span sample = new Span();
        sample.addClassNames("legend-sample", look);
        return new Span(sample, new Span(getTranslation(text)));
    }
}
