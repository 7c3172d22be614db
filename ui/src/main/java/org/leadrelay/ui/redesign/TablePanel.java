package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.Origin;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.TableEditor;
import org.leadrelay.ui.component.Toasts;

/** Panel of a release's tables, one at a time; in a candidate edited here, with what the gate finds as one types. */
final class TablePanel extends Div {

    private final ReleasePresenter desk;
    private final Gate gate;
    private final ReleaseContent content;
    private final ReleasePresenter.Shown shown;
    private final Select<ModelFile> table = new Select<>();
    private final Span state = new Span();
    private final Button save = new Button();
    private final UnorderedList found = new UnorderedList();
    private final TableEditor editor = new TableEditor(getTranslation("redesign.table"));
    private String saved = "";
    private String typed = "";

    TablePanel(
            ReleasePresenter desk,
            Gate gate,
            ReleaseContent content,
            ReleaseView.Place place,
            ReleasePresenter.Shown shown) {
        this.desk = desk;
        this.gate = gate;
        this.content = content;
        this.shown = shown;
        addClassName("redesign-table");
        List<ModelFile> all = content.models().stream()
                .filter(each -> each.kind() == FileKind.DECISION)
                .toList();
        if (all.isEmpty()) {
            add(new EmptyState(getTranslation("redesign.table.none"), getTranslation("redesign.table.none.why")));
            return;
        }
        ModelFile first = all.stream()
                .filter(each -> each.name().equals(place.file()))
                .findFirst()
                .orElse(all.get(0));
        add(bar(all, first));
        if (mayEdit()) {
            edit(first);
        } else {
            editor.show(text(first));
            add(new Paragraph(getTranslation(isDraft() ? "redesign.files.who" : "redesign.table.stage")), editor);
        }
    }

    private boolean isDraft() {
        return content.release().stage() == ReleaseStage.DRAFT;
    }

    private boolean mayEdit() {
        return isDraft() && desk.mayRedesign();
    }

    /** Whether something was typed and is not saved. */
    boolean isChanged() {
        return !typed.equals(saved);
    }

    private Div bar(List<ModelFile> all, ModelFile first) {
        table.setItems(all);
        table.setItemLabelGenerator(ModelFile::name);
        table.setAriaLabel(getTranslation("redesign.table"));
        table.setValue(first);
        table.addValueChangeListener(event -> UI.getCurrent()
                .navigate(
                        ReleaseView.class,
                        ReleaseView.parameters(content.release().number()),
                        ReleaseView.query(ReleaseTab.TABLES)
                                .merging(ReleaseView.FILE, event.getValue().name())));
        Div bar = new Div(table);
        bar.addClassName("redesign-bar");
        if (mayEdit()) {
            save.setText(getTranslation("redesign.table.save"));
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            save.setId("redesign-table-save");
            save.addClickListener(click -> editor.afterTyping(() -> save(first)));
            state.addClassName("secondary");
            state.getElement().setAttribute("role", "status");
            bar.add(save, state);
        }
        return bar;
    }

    private void edit(ModelFile file) {
        editor.addTableChangedListener(event -> {
            if (saved.isEmpty()) {
                saved = text(file);
            }
            typed = event.xml();
            look(file);
        });
        editor.addCellMissingListener(event -> Toasts.failed(getTranslation("redesign.table.cell")));
        editor.addUnreadableListener(event -> Toasts.failed(getTranslation("redesign.table.unreadable")));
        FactSuggestions offer = new FactSuggestions(content.models(), editor);
        editor.addCellChosenListener(event -> offer.column(event.reads()));
        editor.edit(text(file));
        Div both = new Div(editor, offer);
        both.addClassName("difference-editing");
        found.getElement().setAttribute("aria-label", getTranslation("redesign.table.found"));
        found.addClassName("redesign-found");
        add(both, new H2(getTranslation("redesign.table.found")), found);
        look(file);
    }

    /** Says what the gate finds in the table as it is typed now, in the release as a whole. */
    private void look(ModelFile file) {
        save.setEnabled(isChanged());
        state.setText(getTranslation(isChanged() ? "redesign.table.unsaved" : "redesign.table.saved"));
        List<Finding> all = isChanged() ? gate.check(with(file)) : content.findings();
        found.removeAll();
        all.stream().filter(each -> each.file().equals(file.name())).forEach(each -> found.add(line(each)));
        if (found.getChildren().findAny().isEmpty()) {
            found.add(new ListItem(getTranslation("redesign.table.found.nothing")));
        }
    }

    private ListItem line(Finding finding) {
        Span where = new Span(finding.element() == null ? "" : " " + finding.element());
        where.addClassName("second-line");
        return new ListItem(new SeverityBadge(finding.severity()), new Span(" " + finding.message(getLocale())), where);
    }

    private List<ModelFile> with(ModelFile file) {
        ModelFile now = new ModelFile(file.id(), file.kind(), file.name(), typed.getBytes(StandardCharsets.UTF_8));
        return content.models().stream()
                .map(each -> each.equals(file) ? now : each)
                .toList();
    }

    private void save(ModelFile file) {
        try {
            UploadedFile now = new UploadedFile(file.name(), typed.getBytes(StandardCharsets.UTF_8));
            Upload upload = desk.candidates()
                    .upload(List.of(now), Origin.BROWSER, content.release().edition());
            typed = saved;
            shown.accept(upload.release());
            Toasts.done(getTranslation("redesign.table.save.done", file.name()));
            desk.tellOthers(upload, this);
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
