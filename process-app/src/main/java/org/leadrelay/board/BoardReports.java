package org.leadrelay.board;

import java.text.Collator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports of conversion and response (the boards): each number with its evidence, and the leads behind it.
 *
 * <p>All methods throw {@link org.leadrelay.platform.Forbidden} for somebody who reads no boards, and for a team or person that is not
 * shown to them.
 */
@Service
@Transactional(readOnly = true)
public class BoardReports {

    private static final Wording WORDING = Wording.of(BoardReports.class);

    private final BoardProgress progress;
    private final BoardNumbers numbers;
    private final BoardPeople people;
    private final BoardStatements statements;
    private final DrillDownQueries rows;
    private final LapFactValues values;

    BoardReports(
            BoardProgress progress,
            BoardNumbers numbers,
            BoardPeople people,
            BoardStatements statements,
            DrillDownQueries rows,
            LapFactValues values) {
        this.progress = progress;
        this.numbers = numbers;
        this.people = people;
        this.statements = statements;
        this.rows = rows;
        this.values = values;
    }

    /** The definitions of all numbers, first the joint one. */
    public List<BoardNumber> numbers() {
        people.mustRead();
        return NumberCatalog.ALL;
    }

    /** Those of one board, first the joint one. */
    public List<BoardNumber> numbers(Board board) {
        people.mustRead();
        return NumberCatalog.of(board);
    }

    /**
     * The board as it is now.
     *
     * @throws Invalid when the days are none
     */
    public BoardResult board(Board board, BoardFilter filter) {
        BoardStatement statement = statements.of(filter);
        BoardStatement.Bounds bounds = statement.bounds();
        BoardProgress.State state = progress.state();
        return new BoardResult(
                board.code(),
                bounds.asOf(),
                state.logUpTo(),
                state.complete(),
                state.unreadable(),
                bounds.from(),
                bounds.to(),
                bounds.recordingBegan(),
                bounds.horizon(),
                numbers.of(board, statement));
    }

    /**
     * One page of the rows behind a number, in the order in which they came in.
     *
     * @throws Invalid when there is no such number
     */
    public Page<LeadOfNumber> leads(DrillDownQuery asked, int offset, int limit) {
        return rows.page(selection(asked), offset, limit);
    }

    /**
     * How many rows there are behind a number.
     *
     * @throws Invalid when there is no such number
     */
    public long countLeads(DrillDownQuery asked) {
        return rows.count(selection(asked));
    }

    /**
     * Hands on all rows behind a number, in the order in which they came in: as many as there are, in the memory of some of them, and
     * without a connection while the taker writes.
     *
     * @throws Invalid when there is no such number
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void eachLead(DrillDownQuery asked, Consumer<LeadOfNumber> taker) {
        rows.each(selection(asked), taker);
    }

    private DrillDownQueries.Selection selection(DrillDownQuery asked) {
        BoardNumber number = NumberCatalog.find(asked.board(), asked.number())
                .orElseThrow(() -> Invalid.field("number", WORDING.text("number", asked.number(), ids(asked.board()))));
        return new DrillDownQueries.Selection(
                statements.of(asked.filter()).of(number), number, asked.group(), asked.part());
    }

    /** What can be chosen in a filter: of each, the values there are, in order. */
    public Choices choices() {
        people.mustRead();
        Map<String, Set<String>> all = values.all();
        return new Choices(
                texts(all, "source"),
                texts(all, "campaign"),
                texts(all, "content"),
                versions(all, "matrix_version"),
                versions(all, "model_version"),
                versions(all, "lap"),
                people.teamsApart(values.people()));
    }

    private static List<String> texts(Map<String, Set<String>> all, String column) {
        return all.getOrDefault(column, Set.of()).stream()
                .sorted(Collator.getInstance(Wording.language()))
                .toList();
    }

    private static List<Integer> versions(Map<String, Set<String>> all, String column) {
        return all.getOrDefault(column, Set.of()).stream()
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /**
     * @param tables versions of {@code lead-matrix}
     * @param models versions of {@code lead-journey}
     * @param teams that the current person may ask for alone
     */
    public record Choices(
            List<String> sources,
            List<String> campaigns,
            List<String> contents,
            List<Integer> tables,
            List<Integer> models,
            List<Integer> laps,
            List<UUID> teams) {}

    private static String ids(Board board) {
        return String.join(
                ", ", NumberCatalog.of(board).stream().map(BoardNumber::id).toList());
    }
}
