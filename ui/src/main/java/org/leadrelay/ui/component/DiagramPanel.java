package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.JourneyDiagrams.Walked;

/** Panel of the models that a lead went through, with its path and where it stands now. */
public class DiagramPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final BpmnDiagram diagram;
    private final Select<Walked> model = new Select<>();

    /**
     * @param preferred the model to begin with; null begins with the one that holds the token
     * @param chosen called with the id of an element that somebody clicks on
     */
    public DiagramPanel(List<Walked> models, @Nullable String preferred, Consumer<String> chosen) {
        addClassName("diagram-panel");
        diagram = new BpmnDiagram(getTranslation("diagram.label"));
        if (models.isEmpty()) {
            add(new Paragraph(getTranslation("diagram.none")));
            return;
        }
        model.setItems(models);
        model.setItemLabelGenerator(each -> getTranslation("diagram.model", each.model(), each.version()));
        model.setAriaLabel(getTranslation("diagram.models"));
        model.addValueChangeListener(event -> draw(event.getValue()));
        diagram.addElementChosenListener(event -> {
            diagram.choose(event.element());
            chosen.accept(event.element());
        });
        Div bar = new Div(
                model,
                button(VaadinIcon.PLUS, "diagram.larger", diagram::zoomIn),
                button(VaadinIcon.MINUS, "diagram.smaller", diagram::zoomOut),
                button(VaadinIcon.EXPAND_SQUARE, "diagram.fit", diagram::fit));
        bar.addClassName("diagram-bar");
        Div legend = new Div(legend("legend-here", "diagram.here"), legend("legend-walked", "diagram.walked"));
        legend.addClassName("diagram-legend");
        add(bar, diagram, legend);
        model.setValue(first(models, preferred));
    }

    /** Marks no element as chosen any more. */
    public void chooseNone() {
        diagram.choose(null);
    }

    private void draw(@Nullable Walked walked) {
        if (walked != null) {
            diagram.show(walked.xml());
            diagram.mark(walked.elements(), walked.flows(), walked.here());
        }
    }

    private static Walked first(List<Walked> models, @Nullable String preferred) {
        Walked first = models.get(0);
        for (Walked each : models) {
            if (each.model().equals(preferred)
                    || (preferred == null && !each.here().isEmpty())) {
                first = each;
            }
        }
        return first;
    }

    private Button button(VaadinIcon icon, String text, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(text));
        button.setTooltipText(getTranslation(text));
        return button;
    }

    private Span legend(String look, String text) {
        Span sample = new Span();
        sample.addClassNames("legend-sample", look);
        return new Span(sample, new Span(getTranslation(text)));
    }
}
