package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.component.ZoomButtons;

/** Diagram of one model of a release, with a sign at each element of which something was found. */
final class ModelDiagram extends Div {

    private final List<ModelFile> files;
    private final List<Finding> findings;
    private final BpmnDiagram diagram = new BpmnDiagram(getTranslation("diagram.label"));
    private final Span name = new Span();
    private final Div bar = new Div();
    private final Paragraph none = new Paragraph();
    private String drawn = "";

    /**
     * @param chosen takes the file and the element that somebody clicks on
     */
    ModelDiagram(List<ModelFile> files, List<Finding> findings, SerializableBiConsumer<String, String> chosen) {
        this.files = files;
        this.findings = findings;
        addClassNames("diagram-panel", "redesign-diagram");
        diagram.addElementChosenListener(event -> {
            if (!event.element().isEmpty()) {
                chosen.accept(drawn, event.element());
            }
        });
        name.addClassName("redesign-file");
        bar.add(name);
        bar.add(ZoomButtons.of(diagram));
        bar.addClassName("diagram-bar");
        add(bar, diagram, none);
    }

    /** Shows a file with the element in sight; what is no process has no diagram, and that is said. */
    void show(String file, @Nullable String element) {
        ModelFile model = files.stream()
                .filter(each -> each.name().equals(file) && each.kind() == FileKind.PROCESS)
                .findFirst()
                .orElse(null);
        bar.setVisible(model != null);
        diagram.setVisible(model != null);
        none.setVisible(model == null);
        if (model == null) {
            none.setText(
                    file.isEmpty()
                            ? getTranslation("redesign.diagram.whole")
                            : getTranslation("redesign.diagram.none", file));
            return;
        }
        if (!drawn.equals(file)) {
            drawn = file;
            name.setText(file);
            diagram.show(new String(model.content(), StandardCharsets.UTF_8));
            diagram.say(marks(file));
        }
        diagram.choose(element);
        if (element != null) {
            diagram.goTo(element);
        }
    }

    private List<BpmnDiagram.Mark> marks(String file) {
        Map<String, List<Finding>> byElement = findings.stream()
                .filter(each -> each.file().equals(file) && each.element() != null)
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.element()), LinkedHashMap::new, Collectors.toList()));
        List<BpmnDiagram.Mark> marks = new ArrayList<>();
        byElement.forEach((element, found) -> marks.add(mark(element, found)));
        return marks;
    }

    private BpmnDiagram.Mark mark(String element, List<Finding> found) {
        Finding worst =
                found.stream().min(Comparator.comparing(Finding::severity)).orElseThrow();
        return new BpmnDiagram.Mark(
                element,
                worst.severity().code(),
                SeverityBadge.sign(worst.severity()) + (found.size() > 1 ? " " + found.size() : ""),
                found.stream().map(each -> each.message(getLocale())).collect(Collectors.joining("\n")));
    }
}
