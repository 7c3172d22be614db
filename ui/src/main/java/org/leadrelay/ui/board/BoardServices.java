package org.leadrelay.ui.board;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.DrillDownQuery;
import org.leadrelay.board.LeadOfNumber;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.export.BoardExports;
import org.leadrelay.export.CsvContext;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.board.BoardState.Opened;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** Facade of what the boards' views ask: numbers, the leads behind them, names, files. */
@Component
class BoardServices {

    /** As the access log calls the list. */
    private static final String LIST = "board-leads";

    private final BoardReports boards;
    private final BoardWords words;
    private final BoardExports exports;
    private final CharterWords charter;
    private final CurrentPerson person;
    private final People people;
    private final Times times;
    private final ReadingLog readings;

    BoardServices(
            BoardReports boards,
            BoardWords words,
            BoardExports exports,
            CharterWords charter,
            CurrentPerson person,
            People people,
            Times times,
            ReadingLog readings) {
        this.boards = boards;
        this.words = words;
        this.exports = exports;
        this.charter = charter;
        this.person = person;
        this.people = people;
        this.times = times;
        this.readings = readings;
    }

    BoardReports boards() {
        return boards;
    }

    BoardWords words() {
        return words;
    }

    Times times() {
        return times;
    }

    boolean mayExport() {
        return person.get().may(Permission.EXPORT);
    }

    boolean seesPeople() {
        return person.get().may(Permission.BOARDS_PEOPLE);
    }

    String name(String login) {
        return people.displayName(login);
    }

    String amount(long amount, @Nullable String currency, Locale locale) {
        return charter.amount(amount, currency, locale);
    }

    String amount(BigDecimal amount, @Nullable String currency, Locale locale) {
        return charter.amount(amount, currency, locale);
    }

    /** One page, on record before it is shown. */
    Page<LeadOfNumber> leads(BoardState state, Opened opened, int offset, int limit) {
        Page<LeadOfNumber> page = boards.leads(asked(state, opened), offset, limit);
        readings.list(LIST, Way.PAGE, page.total());
        return page;
    }

    private static DrillDownQuery asked(BoardState state, Opened opened) {
        return new DrillDownQuery(state.board(), state.filter(), opened.number(), opened.group(), opened.part());
    }

    /** Takes the numbers out as a file, and puts that on record. */
    void export(BoardState state, Locale locale, DownloadEvent into) throws IOException {
        name("board-" + state.board().code(), into);
        exports.numbers(state.board(), state.filter(), context(state, locale), into.getOutputStream());
    }

    /** Takes the leads of a number out as a file, and puts that on record. */
    void export(BoardState state, Opened opened, Locale locale, DownloadEvent into) throws IOException {
        name("board-leads-" + state.board().code(), into);
        exports.leads(asked(state, opened), context(state, locale), into.getOutputStream());
    }

    private static void name(String file, DownloadEvent into) {
        into.setFileName(file + ".csv");
        into.setContentType("text/csv;charset=UTF-8");
    }

    private static CsvContext context(BoardState state, Locale locale) {
        return new CsvContext(state.address().getQueryString(), locale, true);
    }
}
