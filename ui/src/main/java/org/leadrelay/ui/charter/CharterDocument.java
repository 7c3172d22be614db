package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.Limits;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.ui.component.AgreedTable;
import org.leadrelay.ui.component.DataTable;

/** Document of one version of the charter, from top to bottom, with what is inconsistent with the models. */
final class CharterDocument extends Div {

    private static final List<Finding.Kind> OF_TABLES = List.of(Finding.Kind.TABLE_MISSING, Finding.Kind.TABLE_DRIFTED);
    private static final List<Finding.Kind> OF_FIGURES = List.of(Finding.Kind.REVIEW_DUE, Finding.Kind.VOLUME_APART);
    private static final List<Finding.Kind> OF_LISTS = List.of(Finding.Kind.LIST_UNAGREED);
    private static final List<Finding.Kind> OF_QUESTIONS = List.of(Finding.Kind.QUESTION_UNASKED);

    private final CharterReader reader;
    private final CharterWords words;
    private final CharterContent said;
    private final SideNotes margin;
    private final @Nullable String opened;

    /** Takes the whole text with one part of it changed. */
    interface Editing extends SerializableConsumer<CharterContent> {}

    /**
     * @param opened the decision table that is opened and scrolled to; null for none
     */
    CharterDocument(CharterReader reader, CharterContent said, SideNotes margin, @Nullable String opened) {
        this.reader = reader;
        this.words = reader.words();
        this.said = said;
        this.margin = margin;
        this.opened = opened;
        addClassName("charter-document");
        add(definition(), figures(), new ClauseSection(reader, said, margin), lists(), limits());
    }

    private Section definition() {
        Section section = section("definition", EditButtons::definition);
        Paragraph profile = new Paragraph(said.idealProfile());
        profile.addClassName("charter-profile");
        section.add(profile, new Paragraph(getTranslation("charter.qualifies", words.role(said.qualifies()))));
        UnorderedList tables = new UnorderedList();
        tables.addClassName("agreed-tables");
        said.tables().forEach(each -> {
            String title = getTranslation(
                    "charter.table", words.table(each.decision()), Integer.toString(each.tableVersion()));
            ListItem line = new ListItem(reader.tables()
                    .table(each.decision(), each.tableVersion())
                    .<Component>map(
                            table -> agreed(title, table, each.decision().equals(opened)))
                    .orElseGet(() -> new Span(title)));
            line.add(margin.marks(each.decision(), OF_TABLES));
            tables.add(line);
        });
        OrderedList questions = new OrderedList();
        said.questions().forEach(each -> {
            ListItem line = new ListItem(each.label(getLocale()));
            line.add(margin.marks(each.field(), OF_QUESTIONS));
            questions.add(line);
        });
        section.add(new H3(getTranslation("charter.tables")), tables);
        section.add(margin.titled(new H3(getTranslation("charter.questions")), EditButtons::questions), questions);
        return section;
    }

    private static AgreedTable agreed(String title, DecisionTable table, boolean open) {
        AgreedTable agreed = new AgreedTable(title, table);
        if (open) {
            agreed.open();
        }
        return agreed;
    }

    private Section figures() {
        Section section = section("figures", EditButtons::figures);
        DataTable table = table(
                getTranslation("charter.part.figures"),
                List.of(
                        getTranslation("charter.figure"),
                        getTranslation("charter.figure.value"),
                        getTranslation("charter.figure.owner"),
                        getTranslation("charter.figure.review")));
        said.figures().forEach(each -> {
            Div name = new Div(new Span(words.metric(each.metric())));
            name.add(margin.marks(each.metric().code(), OF_FIGURES));
            Span value = new Span(words.figure(each, said.currency()));
            value.addClassName("figures");
            table.row(name, value, new Span(words.owner(each.owner())), new Span(words.date(each.review())));
        });
        section.add(table);
        return section;
    }

    private Section lists() {
        Section section = section("lists", null);
        said.lists().forEach((name, options) -> {
            UnorderedList list = new UnorderedList();
            options.forEach(each -> list.add(new ListItem(option(each))));
            section.add(margin.titled(new H3(words.list(said, name)), each -> each.list(name)), list);
        });
        for (LearnedList missing : LearnedList.values()) {
            Component[] marks = margin.marks(missing.code(), OF_LISTS);
            if (marks.length > 0) {
                Div line = new Div(marks);
                line.add(margin.adding(each -> each.newList(missing)));
                section.add(line);
            }
        }
        section.add(margin.adding(EditButtons::newList));
        return section;
    }

    private String option(AgreedOption option) {
        String label = option.label(getLocale());
        return option.nextStep() == null
                ? label
                : getTranslation("charter.option.then", label, words.nextStep(option.nextStep()));
    }

    private Section limits() {
        Section section = section("limits", EditButtons::limits);
        Limits limits = said.limits();
        DataTable table = table(
                getTranslation("charter.part.limits"),
                List.of(getTranslation("charter.limit"), getTranslation("charter.atMost")));
        limit(table, "capacity", limits.capacity());
        limit(table, "tries", limits.tries());
        limit(table, "maximumLaps", limits.maximumLaps());
        limit(table, "attempts", limits.attempts());
        table.row(words.part("attemptSpacing"), words.work(limits.attemptSpacing()));
        limit(table, "questions", limits.questions());
        section.add(table);
        return section;
    }

    private void limit(DataTable table, String part, int most) {
        table.row(words.part(part), words.number(BigDecimal.valueOf(most)));
    }

    /** A table as all of the charter look. */
    static DataTable table(String caption, List<String> columns) {
        DataTable table = new DataTable(caption, columns).linesOnPhones();
        table.addClassName("charter-table");
        return table;
    }

    private Section section(String name, @Nullable Function<EditButtons, Button> pencil) {
        H2 title = new H2(getTranslation("charter.part." + name));
        return new Section(pencil == null ? title : margin.titled(title, pencil));
    }
}
