package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.LeadOfNumber;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.board.BoardState.Opened;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;

/** Paged list of the leads behind a number: those that count, those of whom, or those still running. */
final class OpenedLeads extends Div {

    private static final int PAGE = 50;

    /** Digits of an id that tell leads apart. */
    private static final int REFERENCE = 8;

    private final BoardTexts texts;
    private final BoardServices services;
    private final boolean people;

    /**
     * @param people whether names of people may stand here
     */
    OpenedLeads(BoardTexts texts, BoardServices services, boolean people) {
        this.texts = texts;
        this.services = services;
        this.people = people;
        addClassName("board-leads");
    }

    void show(BoardState state, BoardNumber number, Opened opened) {
        Page<LeadOfNumber> page = services.leads(state, opened, opened.page() * PAGE, PAGE);
        PageLink back = new PageLink(
                state.closed().link(), texts.text("leads.back", state.board().label(texts.locale())));
        back.addClassName("back");
        String title = title(state, number, opened, page.total());
        Paragraph what = new Paragraph(what(number, opened));
        what.addClassName("secondary");
        add(back, new H2(title), what);
        if (page.items().isEmpty()) {
            add(new EmptyState(texts.text("leads.none"), texts.text("leads.none.why")));
            return;
        }
        List<Column> columns = columns(number);
        DataTable table =
                new DataTable(title, columns.stream().map(each -> heading(each)).toList()).linesOnPhones();
        page.items()
                .forEach(each -> table.row(
                        columns.stream().map(column -> cell(column, each)).toList()));
        Div tools = new Div();
        tools.addClassName("chart-tools");
        if (opened.page() > 0) {
            tools.add(new PageLink(state.page(opened, opened.page() - 1).link(), texts.text("leads.before")));
        }
        if ((opened.page() + 1L) * PAGE < page.total()) {
            tools.add(new PageLink(state.page(opened, opened.page() + 1).link(), texts.text("leads.next")));
        }
        if (services.mayExport()) {
            tools.add(csv(state, opened));
        }
        add(table, tools);
        if (page.items().stream().anyMatch(each -> each.lead() == null)) {
            Paragraph unseen = new Paragraph(texts.text("leads.unseen.what"));
            unseen.addClassName("secondary");
            add(unseen);
        }
    }

    private String title(BoardState state, BoardNumber number, Opened opened, long total) {
        String name = number.words(texts.locale());
        String named = opened.group() == null
                ? name
                : texts.text("leads.name.of", name, texts.group(number, state, opened.group()));
        return texts.text("leads.title." + opened.part().code(), named, texts.count(total));
    }

    private String what(BoardNumber number, Opened opened) {
        return switch (opened.part()) {
            case NUMERATOR -> texts.text("leads.numerator", number.numeratorWords(texts.locale()));
            case DENOMINATOR -> texts.text("leads.denominator", number.denominatorWords(texts.locale()));
            case RUNNING -> texts.text("leads.running");
        };
    }

    private enum Column {
        LEAD,
        SOURCE,
        ENTERED,
        REACHED,
        LAP,
        RATING,
        REASON,
        REP,
        END,
        DEAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private List<Column> columns(BoardNumber number) {
        List<Column> columns = new ArrayList<>(List.of(Column.values()));
        if (!people) {
            columns.remove(Column.REP);
        }
        if (number.kind() == BoardNumber.Kind.COUNT) {
            columns.remove(Column.REACHED);
        }
        return columns;
    }

    private String heading(Column column) {
        return texts.text("leads." + column.code());
    }

    private Component cell(Column column, LeadOfNumber lead) {
        return switch (column) {
            case LEAD -> link(lead);
            default -> new Span(text(column, lead));
        };
    }

    private PageLink link(LeadOfNumber lead) {
        PageLink link = new PageLink("lead/" + lead.leadId(), called(lead));
        if (lead.lead() == null) {
            link.setTitle(texts.text("leads.unseen.what"));
        }
        return link;
    }

    /** By its name, or by a reference where the reader may not see the lead: whoever may finds it by that. */
    private String called(LeadOfNumber lead) {
        return lead.lead() == null
                ? texts.text("leads.unseen", lead.leadId().toString().substring(0, REFERENCE))
                : lead.lead();
    }

    private String text(Column column, LeadOfNumber lead) {
        return switch (column) {
            case LEAD -> called(lead);
            case SOURCE -> said(lead.source());
            case ENTERED -> Times.day(lead.entered(), texts.locale());
            case REACHED -> lead.reached() == null ? "" : Times.day(lead.reached(), texts.locale());
            case LAP -> String.valueOf(lead.lap());
            case RATING -> said(lead.fit()) + (lead.maturity() == null ? "" : lead.maturity());
            case REASON ->
                lead.reason() == null ? "" : texts.words().group(Grouping.REASON, lead.reason(), texts.locale());
            case REP -> lead.rep() == null ? "" : services.name(lead.rep());
            case END ->
                lead.end() == null ? texts.text("leads.runs") : texts.screen().getTranslation("lead.end." + lead.end());
            case DEAL ->
                lead.dealValue() == null ? "" : services.amount(lead.dealValue(), lead.currency(), texts.locale());
        };
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Anchor csv(BoardState state, Opened opened) {
        Anchor csv = new Anchor();
        csv.setText(texts.screen().getTranslation("chart.csv"));
        csv.setTitle(texts.screen().getTranslation("chart.csv.logged"));
        csv.setHref(event -> services.export(state, opened, texts.locale(), event));
        return csv;
    }
}
