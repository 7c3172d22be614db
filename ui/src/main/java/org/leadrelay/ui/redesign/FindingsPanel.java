package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.SearchText;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.SearchField;

/** Panel of what the gate found in a release: as a list, and at the elements of the diagram; each leads to the other. */
final class FindingsPanel extends Div {

    private final ReleaseContent content;
    private final Select<Severity> severity = new Select<>();
    private final Select<String> file = new Select<>();
    private final SearchField text = new SearchField(getTranslation("redesign.findings.search"));
    private final Span count = new Span();
    private final JumpList<Finding> list =
            new JumpList<>(getTranslation("redesign.tab.findings"), this::line, this::chosen);
    private final ModelDiagram diagram;
    private @Nullable Finding shown;

    FindingsPanel(ReleaseContent content, ReleaseView.Place place) {
        this.content = content;
        this.diagram = new ModelDiagram(content.models(), content.findings(), this::chosenOnDiagram);
        severity.addValueChangeListener(event -> list());
        file.addValueChangeListener(event -> list());
        text.addValueChangeListener(event -> list());

        addClassName("redesign-two");
        if (content.findings().isEmpty()) {
            add(new EmptyState(getTranslation("redesign.findings.none"), getTranslation("redesign.findings.none.why")));
            return;
        }
        count.addClassName("secondary");
        count.getElement().setAttribute("role", "status");
        Div left = new Div(filters(), count, list);
        left.addClassName("redesign-left");
        add(left, diagram, list.keys());
        list();
        Finding first =
                list.first(each -> isAt(each, place)).orElse(content.findings().get(0));
        list.mark(first);
        show(first);
    }

    private Component filters() {
        text.addClassName("filters-search");
        severity.setItems(Arrays.stream(Severity.values())
                .filter(each -> content.count(each) > 0)
                .toList());
        severity.setEmptySelectionCaption(getTranslation("redesign.severity.any"));
        severity.setPlaceholder(getTranslation("redesign.severity.any"));
        severity.setItemLabelGenerator(each -> each == null
                ? getTranslation("redesign.severity.any")
                : getTranslation("redesign.severity." + each.code()) + " (" + content.count(each) + ")");
        severity.setAriaLabel(getTranslation("redesign.severity"));
        file.setItems(content.findings().stream()
                .map(Finding::file)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList());
        file.setEmptySelectionCaption(getTranslation("redesign.file.any"));
        file.setPlaceholder(getTranslation("redesign.file.any"));
        file.setItemLabelGenerator(each -> each == null ? getTranslation("redesign.file.any") : each);
        file.setAriaLabel(getTranslation("redesign.file.name"));
        Stream.of(severity, file).forEach(each -> {
            each.setEmptySelectionAllowed(true);
            each.getElement().getThemeList().add("small");
            each.addClassName("filter");
        });
        Div filters = new Div(text, severity, file);
        filters.addClassName("filters");
        return filters;
    }

    private void list() {
        List<Finding> asked = content.findings().stream().filter(this::isAsked).toList();
        list.clear();
        list.add(asked);
        count.setText(getTranslation(
                "redesign.findings.count", asked.size(), content.findings().size()));
        if (shown != null) {
            list.mark(shown);
        }
    }

    private JumpLine line(Finding finding) {
        String element = finding.element();
        String where = finding.file().isEmpty()
                ? getTranslation("redesign.finding.whole")
                : element == null ? finding.file() : element + " · " + finding.file();
        return new JumpLine(finding.message(getLocale()), where).with(new SeverityBadge(finding.severity()));
    }

    private boolean isAsked(Finding finding) {
        return (severity.getValue() == null || finding.severity() == severity.getValue())
                && (file.getValue() == null || finding.file().equals(file.getValue()))
                && SearchText.finds(text.getValue(), finding.message(getLocale()), finding.element(), finding.file());
    }

    private static boolean isAt(Finding finding, ReleaseView.Place place) {
        return (place.file().isEmpty() || finding.file().equals(place.file()))
                && (place.element().isEmpty() || place.element().equals(finding.element()));
    }

    private void chosen(Finding finding) {
        show(finding);
        String address = ReleaseView.address(content.release(), ReleaseTab.FINDINGS, finding.file(), finding.element());
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
    }

    private void show(Finding finding) {
        shown = finding;
        diagram.show(model(finding.file()), finding.element());
    }

    /** Of words, the model that they are about. */
    private String model(String name) {
        return content.models().stream()
                .filter(each -> each.name().equals(name) && each.kind() == FileKind.WORDS)
                .flatMap(words -> content.models().stream()
                        .filter(each ->
                                each.kind() == FileKind.PROCESS && words.id().startsWith(each.id() + "_")))
                .map(ModelFile::name)
                .findFirst()
                .orElse(name);
    }

    private void chosenOnDiagram(String drawn, String element) {
        list.first(each -> element.equals(each.element()) && model(each.file()).equals(drawn))
                .ifPresent(each -> {
                    list.mark(each);
                    chosen(each);
                });
    }
}
