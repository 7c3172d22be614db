package org.leadrelay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.CostBasis;
import org.leadrelay.board.DrillDownQuery;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.LeadOfNumber;
import org.leadrelay.board.NumberContext;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.StandardisedRate;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.platform.csv.CsvFile;
import org.springframework.stereotype.Service;

/**
 * CSV exports of the boards: the numbers, and the leads behind one. Asked for anew when they are taken, so that they tell what the
 * reader may see at that moment.
 */
@Service
public class BoardExports {

    private static final String NUMBERS = "board";
    private static final String LEADS = "board-leads";

    private final BoardReports reports;
    private final BoardWords words;
    private final TableExports exports;

    BoardExports(BoardReports reports, BoardWords words, TableExports exports) {
        this.reports = reports;
        this.words = words;
        this.exports = exports;
    }

    /** A value with what it is a value of. */
    private record Row(NumberResult value, BoardNumber number, BoardResult of) {}

    public void numbers(Board board, BoardFilter filter, CsvContext context, OutputStream into) throws IOException {
        BoardResult result = reports.board(board, filter);
        Map<String, BoardNumber> definitions =
                reports.numbers(board).stream().collect(Collectors.toMap(BoardNumber::id, Function.identity()));
        BoardColumns<Row> columns = ofNumbers(filter, context.words());
        exports.write(
                NUMBERS,
                context.address(),
                columns.headings(context.headings()),
                result.numbers().stream()
                        .map(each -> new Row(each, Objects.requireNonNull(definitions.get(each.id())), result))
                        .map(columns::cells)
                        .toList(),
                into);
    }

    /**
     * All of them, as they are read: a file of any length takes the memory of some rows.
     *
     * @throws org.leadrelay.platform.Invalid when there is no such number
     */
    public void leads(DrillDownQuery asked, CsvContext context, OutputStream into) throws IOException {
        BoardColumns<LeadOfNumber> columns = ofLeads(context.words());
        List<String> headings = columns.headings(context.headings());
        CsvFile file = exports.begin(LEADS, context.address(), headings, reports.countLeads(asked), into);
        reports.eachLead(asked, row -> file.write(columns.cells(row)));
        file.end();
    }

    private BoardColumns<Row> ofNumbers(BoardFilter filter, Locale locale) {
        return new BoardColumns<Row>()
                .with("number", row -> row.number().id())
                .with("words", row -> row.number().words(locale))
                .with("unit", row -> row.number().unit().code())
                .with("clock", row -> row.number().clock().code())
                .with("group", row -> row.value().group())
                .with(
                        "groupWords",
                        row -> row.value().group() == null
                                ? null
                                : words.group(
                                        row.number(),
                                        filter.group(),
                                        row.value().group(),
                                        locale))
                .with("said", row -> words.said(row.number(), row.value(), locale))
                .with("currency", row -> row.value().currency())
                .with("n", row -> row.value().n())
                .with("d", row -> row.value().d())
                .with("value", row -> row.value().value())
                .with("low", row -> row.value().low())
                .with("high", row -> row.value().high())
                .with("running", row -> row.value().running())
                .with("enough", row -> row.value().enough())
                .with("gap", row -> row.value().gap())
                .with("target", row -> beside(row, NumberContext::target))
                .with("mixValue", row -> mix(row, StandardisedRate::value))
                .with("mixLow", row -> mix(row, StandardisedRate::low))
                .with("mixHigh", row -> mix(row, StandardisedRate::high))
                .with("earlierValue", row -> mix(row, StandardisedRate::earlier))
                .with("spent", row -> cost(row, each -> each.spent().toPlainString()))
                .with("costsLacking", row -> cost(row, BoardExports::lacking))
                .with("from", row -> row.of().from())
                .with("to", row -> row.of().to())
                .with("horizonDays", row -> row.of().horizon().toDays())
                .with("asOf", row -> row.of().asOf())
                .with("logUpTo", row -> row.of().logUpTo());
    }

    private static @Nullable Object beside(Row row, Function<NumberContext, @Nullable Object> part) {
        NumberContext beside = row.value().beside();
        return beside == null ? null : part.apply(beside);
    }

    private static @Nullable Object mix(Row row, Function<StandardisedRate, Object> part) {
        return beside(row, each -> each.mix() == null ? null : part.apply(each.mix()));
    }

    private static @Nullable Object cost(Row row, Function<CostBasis, Object> part) {
        return beside(row, each -> each.cost() == null ? null : part.apply(each.cost()));
    }

    /** "2026-03 Webinar; 2026-03 Fair". */
    private static String lacking(CostBasis cost) {
        return cost.lacking().stream()
                .map(each -> each.month() + " " + each.source())
                .collect(Collectors.joining("; "));
    }

    private BoardColumns<LeadOfNumber> ofLeads(Locale locale) {
        return new BoardColumns<LeadOfNumber>()
                .with("id", LeadOfNumber::id)
                .with("leadId", LeadOfNumber::leadId)
                .with("lead", LeadOfNumber::lead)
                .with("journey", LeadOfNumber::journey)
                .with("lap", LeadOfNumber::lap)
                .with("source", LeadOfNumber::source)
                .with("entered", LeadOfNumber::entered)
                .with("reached", LeadOfNumber::reached)
                .with("fit", LeadOfNumber::fit)
                .with("maturity", LeadOfNumber::maturity)
                .with("reason", LeadOfNumber::reason)
                .with(
                        "reasonWords",
                        row -> row.reason() == null ? null : words.group(Grouping.REASON, row.reason(), locale))
                .with("rep", LeadOfNumber::rep)
                .with("end", LeadOfNumber::end)
                .with("dealValue", LeadOfNumber::dealValue)
                .with("currency", LeadOfNumber::currency);
    }
}
