package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.JourneyDiagrams.Walked;

/** Panel of the models that a lead went through, with its path, the order of its steps, and where it stands now. */
public class DiagramPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** After the choice of a model and the two buttons that change the size. */
    private static final int BEFORE_FIT = 3;

    private final Times times;
    private final BpmnDiagram diagram;
    private final Select<Walked> model = new Select<>();
    private final Div bar = new Div();
    private Consumer<Walked> shown = walked -> {};

    /**
     * @param preferred the model to begin with; null begins with the one that holds the token
     * @param chosen called with the id of an element that somebody clicks on, and with null for a click beside all
     */
    public DiagramPanel(
            List<Walked> models, @Nullable String preferred, Times times, Consumer<@Nullable String> chosen) {
        this.times = times;
        addClassName("diagram-panel");
        diagram = new BpmnDiagram(getTranslation("diagram.label"));
        if (models.isEmpty()) {
            add(new Paragraph(getTranslation("diagram.none")));
            return;
        }
        model.setItems(models);
        model.setItemLabelGenerator(each -> getTranslation("diagram.model", each.name(), each.version()));
        model.setAriaLabel(getTranslation("diagram.models"));
        model.addValueChangeListener(event -> draw(event.getValue()));
        diagram.addElementChosenListener(event -> {
            String element = event.element().isEmpty() ? null : event.element();
            diagram.choose(element);
            chosen.accept(element);
        });
        bar.add(model);
        bar.add(ZoomButtons.of(diagram));
        bar.addComponentAtIndex(
                BEFORE_FIT, ZoomButtons.button(VaadinIcon.ROAD_BRANCH, "diagram.path", diagram::fitPath));
        bar.addClassName("diagram-bar");
        Div legend = new Div(
                legend("legend-here", "diagram.here"),
                legend("legend-walked", "diagram.walked"),
                legend("legend-number", "diagram.number"));
        legend.addClassName("diagram-legend");
        add(bar, diagram, legend);
        model.setValue(first(models, preferred));
    }

    /**
     * Leads to the same diagram over the whole page.
     *
     * @param address of it, within the application
     */
    public DiagramPanel leadingTo(String address) {
        PageLink large = new PageLink(address, VaadinIcon.EXPAND_FULL.create());
        large.getElement().setAttribute("aria-label", getTranslation("diagram.large"));
        large.setTitle(getTranslation("diagram.large"));
        large.addClassName("diagram-large");
        bar.add(large);
        return this;
    }

    /** Begins with the path as a whole, as far as it can be read so, rather than where the token is. */
    public DiagramPanel wide() {
        addClassName("diagram-wide");
        diagram.beginWithPath();
        return this;
    }

    /** Called with the model that is shown, now and whenever another one is chosen. */
    public void onShown(Consumer<Walked> listener) {
        shown = listener;
        if (model.getValue() != null) {
            shown.accept(model.getValue());
        }
    }

    /** Shows how far the lead has come meanwhile; the model stays, and what is seen of it. */
    public void again(List<Walked> models) {
        Walked before = model.getValue();
        if (models.isEmpty() || before == null) {
            return;
        }
        model.setItems(models);
        model.setValue(first(models, before.model()));
    }

    /** Marks an element as the chosen one, and brings it into sight; null marks none. */
    public void choose(@Nullable String element) {
        diagram.choose(element);
        if (element != null) {
            diagram.goTo(element);
        }
    }

    private void draw(@Nullable Walked walked) {
        if (walked != null) {
            diagram.show(walked.xml());
            diagram.mark(walked.elements(), walked.flows(), walked.here(), VisitNumbers.of(walked.visits(), this::at));
            shown.accept(walked);
        }
    }

    private String at(Instant at) {
        return times.text(at, getLocale());
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

    private Span legend(String look, String text) {
        Span sample = new Span();
        sample.addClassNames("legend-sample", look);
        return new Span(sample, new Span(getTranslation(text)));
    }
}
