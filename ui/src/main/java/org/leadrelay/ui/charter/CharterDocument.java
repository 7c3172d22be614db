package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.Limits;
import org.leadrelay.charter.Provisions;
import org.leadrelay.charter.Rung;

/** All that a version says, to be read from top to bottom, with what does not meet the models. */
final class CharterDocument extends Div {

    private static final List<Finding.Kind> OF_CLAUSES =
            List.of(
                    Finding.Kind.ELEMENT_MISSING,
                    Finding.Kind.ELEMENT_UNTIMED,
                    Finding.Kind.OTHER_ROLE);
    private static final List<Finding.Kind> OF_TABLES =
            List.of(Finding.Kind.TABLE_MISSING, Finding.Kind.TABLE_DRIFTED);
    private static final List<Finding.Kind> OF_FIGURES =
            List.of(Finding.Kind.REVIEW_DUE, Finding.Kind.VOLUME_APART);
    private static final List<Finding.Kind> OF_QUESTIONS = List.of(Finding.Kind.QUESTION_UNASKED);

    private final CharterWords words;
    private final Provisions said;
    private final List<Finding> findings;
    private final @Nullable Pencils pencils;

    /** Takes the whole text with one part of it changed. */
    interface Editing extends SerializableConsumer<Provisions> {}

    /**
     * @param pencils what changes each part, or null where nothing can be changed
     */
    CharterDocument(
            CharterWords words,
            Provisions said,
            List<Finding> findings,
            @Nullable Pencils pencils) {
        this.words = words;
        this.said = said;
        this.findings = findings;
        this.pencils = pencils;
        addClassName("charter-document");
        add(definition(), figures(), clauses(), lists(), limits());
    }

    private Section definition() {
        Section section = section("definition", Pencils::definition);
        Paragraph profile = new Paragraph(said.idealProfile());
        profile.addClassName("charter-profile");
        section.add(
                profile,
                new Paragraph(getTranslation("charter.qualifies", words.role(said.qualifies()))));
        UnorderedList tables = new UnorderedList();
        said.tables()
                .forEach(
                        each -> {
                            ListItem line =
                                    new ListItem(
                                            getTranslation(
                                                    "charter.table",
                                                    words.table(each.decision()),
                                                    Integer.toString(each.tableVersion())));
                            line.add(marks(each.decision(), OF_TABLES));
                            tables.add(line);
                        });
        OrderedList questions = new OrderedList();
        said.questions()
                .forEach(
                        each -> {
                            ListItem line = new ListItem(each.label(getLocale()));
                            line.add(marks(each.field(), OF_QUESTIONS));
                            questions.add(line);
                        });
        section.add(new H3(getTranslation("charter.tables")), tables);
        section.add(
                titled(new H3(getTranslation("charter.questions")), Pencils::questions), questions);
        return section;
    }

    private Section figures() {
        Section section = section("figures", Pencils::figures);
        Table table =
                new Table(
                        getTranslation("charter.figure"),
                        getTranslation("charter.figure.value"),
                        getTranslation("charter.figure.owner"),
                        getTranslation("charter.figure.review"));
        said.figures()
                .forEach(
                        each -> {
                            Div name = new Div(new Span(words.metric(each.metric())));
                            name.add(marks(each.metric().code(), OF_FIGURES));
                            Span value = new Span(words.figure(each, said.currency()));
                            value.addClassName("figures");
                            table.row(
                                    name,
                                    value,
                                    new Span(words.owner(each.owner())),
                                    new Span(words.date(each.review())));
                        });
        section.add(table);
        return section;
    }

    private Section clauses() {
        Section section = section("clauses", null);
        Table table =
                new Table(
                        getTranslation("charter.clause"),
                        getTranslation("charter.who"),
                        getTranslation("charter.work.high"),
                        getTranslation("charter.work.normal"),
                        getTranslation("charter.work.low"),
                        getTranslation("charter.reminder"),
                        getTranslation("charter.told"));
        said.clauses().forEach(each -> clause(each, table));
        section.add(
                titled(
                        new Paragraph(getTranslation("charter.clauses.what", said.calendar())),
                        Pencils::calendar),
                table);
        if (pencils != null) {
            section.add(pencils.newClause());
        }
        section.add(
                titled(new H3(words.clause(Rung.ANY)), each -> each.ladder(Rung.ANY)),
                ladder(Rung.ANY));
        return section;
    }

    private void clause(Clause clause, Table table) {
        Code step = new Code(clause.element());
        step.addClassName("second-line");
        Div name =
                new Div(
                        titled(new Span(words.clause(clause.name())), each -> each.clause(clause)),
                        step);
        name.addClassName("charter-clause");
        name.add(marks(clause.name(), OF_CLAUSES));
        boolean own = said.ladder().stream().anyMatch(each -> each.clause().equals(clause.name()));
        boolean broken =
                findings.stream()
                        .anyMatch(
                                each ->
                                        each.kind().breaks()
                                                && each.subject().equals(clause.name()));
        table.row(
                        name,
                        new Span(words.role(clause.who())),
                        new Span(words.work(clause.high())),
                        new Span(words.work(clause.normal())),
                        new Span(words.work(clause.low())),
                        new Span(reminder(clause)),
                        titled(
                                own
                                        ? ladder(clause.name())
                                        : new Span(getTranslation("charter.told.any")),
                                each -> each.ladder(clause.name())))
                .setClassName("charter-broken", broken);
    }

    private String reminder(Clause clause) {
        Double share = clause.reminderShare();
        return share == null
                ? getTranslation("charter.reminder.none")
                : getTranslation(
                        "charter.reminder.after", words.percent(BigDecimal.valueOf(share)));
    }

    private Component ladder(String clause) {
        UnorderedList rungs = new UnorderedList();
        said.ladder().stream()
                .filter(each -> each.clause().equals(clause))
                .forEach(each -> rungs.add(new ListItem(words.rung(each))));
        return rungs;
    }

    private Section lists() {
        Section section = section("lists", null);
        said.lists()
                .forEach(
                        (name, options) -> {
                            UnorderedList list = new UnorderedList();
                            options.forEach(each -> list.add(new ListItem(option(each))));
                            section.add(
                                    titled(new H3(words.list(name)), each -> each.list(name)),
                                    list);
                        });
        if (pencils != null) {
            section.add(pencils.newList());
        }
        return section;
    }

    private String option(AgreedOption option) {
        String label = option.label(getLocale());
        return option.nextStep() == null
                ? label
                : getTranslation("charter.option.then", label, words.nextStep(option.nextStep()));
    }

    private Section limits() {
        Section section = section("limits", Pencils::limits);
        Limits limits = said.limits();
        Table table = new Table(getTranslation("charter.limit"), getTranslation("charter.atMost"));
        limit(table, "capacity", limits.capacity());
        limit(table, "tries", limits.tries());
        limit(table, "maximumLaps", limits.maximumLaps());
        limit(table, "attempts", limits.attempts());
        table.row(words.part("attemptSpacing"), words.work(limits.attemptSpacing()));
        limit(table, "questions", limits.questions());
        section.add(table);
        return section;
    }

    private void limit(Table table, String part, int most) {
        table.row(words.part(part), words.number(BigDecimal.valueOf(most)));
    }

    private Section section(String name, @Nullable Function<Pencils, Button> pencil) {
        H2 title = new H2(getTranslation("charter.part." + name));
        return new Section(pencil == null ? title : titled(title, pencil));
    }

    /** With the button that changes it, where it can be changed. */
    private Component titled(Component title, Function<Pencils, Button> pencil) {
        if (pencils == null) {
            return title;
        }
        Div line = new Div(title, pencil.apply(pencils));
        line.addClassName("charter-titled");
        return line;
    }

    /** What is the matter with this one, in red where it breaks a promise. */
    private Component[] marks(String subject, List<Finding.Kind> kinds) {
        return findings.stream()
                .filter(each -> kinds.contains(each.kind()) && each.subject().equals(subject))
                .map(
                        each -> {
                            Span mark = new Span(each.words());
                            mark.addClassName(
                                    each.kind().breaks() ? "charter-mark-broken" : "charter-mark");
                            return mark;
                        })
                .toArray(Component[]::new);
    }
}
