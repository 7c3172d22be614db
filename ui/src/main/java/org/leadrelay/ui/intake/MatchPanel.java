package org.leadrelay.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.intake.ImportPreview;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.ImportQuestion;
import org.leadrelay.intake.ImportStart;
import org.leadrelay.intake.Imports;
import org.leadrelay.intake.Mappings;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** Panel of a file before it is imported: its columns are matched, its first rows previewed. */
final class MatchPanel extends Div {

    private final Imports imports;
    private final Mappings mappings;
    private final CurrentPerson person;
    private final Times times;
    private final UUID draft;
    private final SerializableConsumer<ImportProgress> started;
    private final ComboBox<Mappings.Named> saved = new ComboBox<>();
    private final Button forget = new Button();
    private final ColumnsGrid columns = new ColumnsGrid(this::preview);
    private final QuestionsPanel questions = new QuestionsPanel(this::answer);
    private final PreviewGrid preview = new PreviewGrid();
    private final Paragraph verdict = new Paragraph();
    private final Div warnings = new Div();
    private final Paragraph found = new Paragraph();
    private final TextField name = new TextField();
    private final Button start = new Button();
    private final FieldErrors refusals = new FieldErrors();
    private @Nullable PeopleDeclared declared;
    private List<ColumnMatch> matches = List.of();
    private ImportMapping saying = ImportMapping.byNames();

    MatchPanel(
            Imports imports,
            Mappings mappings,
            CurrentPerson person,
            Times times,
            UUID draft,
            SerializableConsumer<ImportProgress> started) {
        this.imports = imports;
        this.mappings = mappings;
        this.person = person;
        this.times = times;
        this.draft = draft;
        this.started = started;
        saved.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                use(event.getValue());
            }
        });
        forget.addClickListener(click -> askToForget());
        start.addClickListener(click -> start());

        addClassNames("match-panel", "scrolled");
        try {
            ImportPreview first = imports.preview(draft, null);
            arrange(first);
            show(first, ImportMapping.byNames());
            takeProposals();
        } catch (ProductException refusal) {
            add(new Paragraph(refusal.words()), backLink());
        }
    }

    private void arrange(ImportPreview first) {
        PeopleDeclared people = new PeopleDeclared(first.fileName(), times);
        declared = people;
        people.beside(refusals).field("name", name);
        found.setText(getTranslation(
                "match.found",
                new FileSize(getLocale()).text(first.size()),
                first.charset(),
                getTranslation("match.delimiter." + delimiter(first.delimiter())),
                first.estimatedRows(),
                first.columns().size()));
        saved.setLabel(getTranslation("match.saved"));
        saved.setPlaceholder(getTranslation("match.saved.none"));
        saved.setItems(mappings.all());
        saved.setItemLabelGenerator(Mappings.Named::name);
        saved.setClearButtonVisible(true);
        saved.setWidth("22em");
        forget.setText(getTranslation("match.forget"));
        forget.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        forget.setVisible(false);
        Div choice = new Div(saved, forget);
        choice.addClassName("field-line");
        name.setLabel(getTranslation("match.name"));
        name.setHelperText(getTranslation("match.name.what"));
        name.setMaxLength(100);
        name.setWidth("22em");
        start.setText(getTranslation("match.start"));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div end = new Div(start, backLink());
        end.addClassName("form-end");
        verdict.getElement().setAttribute("role", "status");
        verdict.addClassName("secondary");
        found.addClassName("secondary");
        add(
                found,
                warnings,
                choice,
                questions,
                new H2(getTranslation("match.columns")),
                columns,
                new H2(getTranslation("match.people")),
                people,
                new H2(getTranslation("match.preview")),
                verdict,
                preview,
                name,
                end);
    }

    private Anchor backLink() {
        PageLink back = new PageLink(IntakeNavigation.IMPORTS, getTranslation("match.other-file"));
        return back;
    }

    private static String delimiter(String delimiter) {
        return switch (delimiter) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            case "|" -> "pipe";
            default -> "other";
        };
    }

    private void show(ImportPreview now, ImportMapping mapping) {
        saying = mapping;
        questions.clear();
        match(now, mapping);
    }

    private void match(ImportPreview now, ImportMapping mapping) {
        matches = now.columns().stream()
                .map(each -> new ColumnMatch(each, mapping))
                .toList();
        columns.show(matches);
        showPreview(now);
    }

    private void showPreview(ImportPreview now) {
        questions.show(now.questions());
        start.setText(
                questions.open() == 0
                        ? getTranslation("match.start")
                        : getTranslation("match.start.open", questions.open()));
        preview.show(now);
        long refused =
                now.rows().stream().filter(each -> !each.problems().isEmpty()).count();
        verdict.setText(
                refused == 0
                        ? getTranslation("match.all-taken", now.rows().size())
                        : getTranslation(
                                "match.some-refused", refused, now.rows().size()));
        warnings.removeAll();
        warnings.setVisible(!now.warnings().isEmpty());
        if (!now.warnings().isEmpty()) {
            UnorderedList list = new UnorderedList();
            now.warnings().forEach(each -> list.add(new ListItem(each)));
            warnings.add(list);
        }
        warnings.addClassName("warnings");
    }

    /** What the file suggests is chosen at once, and can be changed. */
    private void takeProposals() {
        List<QuestionField> proposed = questions.takeProposed();
        while (!proposed.isEmpty()) {
            proposed.forEach(this::answer);
            proposed = questions.takeProposed();
        }
    }

    private void answer(QuestionField field) {
        ImportQuestion.Choice answer = field.answer();
        if (answer == null) {
            return;
        }
        if (field.question().code().equals(ImportQuestion.ENCODING)) {
            matches = List.of();
            questions.keepEncoding();
            ImportMapping answered = saying.under(mapping());
            refusals.tried(() -> match(imports.preview(draft, answered), answered));
            takeProposals();
            return;
        }
        ImportMapping.Column mapped = answer.mapped();
        if (mapped != null) {
            become(field, mapped);
        }
        preview();
    }

    /** Of several columns that could be the id only the chosen one is. */
    private void become(QuestionField field, ImportMapping.Column mapped) {
        List<String> others = field.question().choices().stream()
                .map(ImportQuestion.Choice::mapped)
                .filter(each -> each != null && !each.column().equals(mapped.column()))
                .map(ImportMapping.Column::column)
                .toList();
        for (ColumnMatch each : matches) {
            if (each.column().equals(mapped.column())) {
                each.becomes(mapped.target());
            } else if (others.contains(each.column()) && each.said()) {
                each.becomes(ImportMapping.ATTRIBUTE);
            }
        }
        columns.show(matches);
    }

    private void use(Mappings.@Nullable Named chosen) {
        ImportMapping mapping = chosen == null ? ImportMapping.byNames() : chosen.mapping();
        forget.setVisible(chosen != null);
        name.setValue(chosen == null ? "" : chosen.name());
        if (declared != null) {
            declared.show(mapping);
        }
        refusals.tried(() -> {
            show(imports.preview(draft, mapping), mapping);
            takeProposals();
        });
    }

    private void preview() {
        refusals.tried(() -> showPreview(imports.preview(draft, mapping())));
    }

    private ImportMapping mapping() {
        PeopleDeclared people = declared;
        ImportMapping answers = questions.answers();
        return new ImportMapping(
                matches.stream()
                        .filter(ColumnMatch::said)
                        .map(ColumnMatch::mapped)
                        .toList(),
                people == null ? null : people.declaration(),
                people == null ? null : people.origin(),
                people == null ? null : people.source(),
                answers.encoding() == null ? saying.encoding() : answers.encoding(),
                answers.decimal() == null ? saying.decimal() : answers.decimal(),
                answers.dateOrder() == null ? saying.dateOrder() : answers.dateOrder());
    }

    private void askToForget() {
        Mappings.Named chosen = saved.getValue();
        if (chosen != null) {
            ConfirmDialogs.before(
                    getTranslation("match.forget.ask", chosen.name()),
                    getTranslation("match.forget.consequence"),
                    getTranslation("match.forget"),
                    () -> forget(chosen));
        }
    }

    private void forget(Mappings.Named chosen) {
        mappings.delete(chosen.name(), person.get());
        saved.setItems(mappings.all());
        saved.clear();
        forget.setVisible(false);
        name.clear();
        Toasts.done(getTranslation("match.forgotten", chosen.name()));
    }

    private void start() {
        PeopleDeclared people = declared;
        if (people == null || !people.isComplete()) {
            return;
        }
        if (questions.open() > 0) {
            questions.demandAnswers();
            return;
        }
        refusals.tried(() -> {
            ImportMapping mapping = mapping();
            String under = name.getValue().isBlank() ? null : name.getValue().strip();
            if (under != null) {
                mappings.save(under, mapping, person.get());
            }
            started.accept(imports.start(
                    draft, new ImportStart(mapping, under, people.origin(), people.source(), people.asOf(), false)));
        });
    }
}
