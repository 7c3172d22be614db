package org.leadrelay.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of the boards: definitions, values, and the leads behind each value. */
@RestController
@RequestMapping("/api/boards")
@Tag(name = "Boards", description = "What became of leads: each number with its evidence and its leads")
class BoardsApi {

    private static final Wording WORDING = Wording.of(BoardsApi.class);

    private final BoardReports reports;

    BoardsApi(BoardReports reports) {
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "What every number of every board is")
    List<NumberView> numbers() {
        return reports.numbers().stream()
                .map(number -> NumberView.of(number, Wording.language()))
                .toList();
    }

    @GetMapping("/{board}")
    @Operation(summary = "A board's numbers under a filter")
    BoardResult board(
            @PathVariable String board,
            @ParameterObject @ModelAttribute BoardQuery asked,
            @RequestParam(required = false) @Nullable String group) {
        return reports.board(named(board), asked.filter("group", group));
    }

    @GetMapping("/{board}/leads")
    @Operation(summary = "The leads behind a number: its numerator, its denominator, or those still running")
    Page<LeadOfNumber> leads(
            @PathVariable String board,
            @ParameterObject @ModelAttribute BoardQuery asked,
            @ParameterObject @ModelAttribute NumberQuery number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return reports.leads(number.of(named(board), asked), page * size, size);
    }

    private static Board named(String board) {
        return Board.of(board)
                .orElseThrow(() -> new NotFound(WORDING.text(
                        "board",
                        board,
                        String.join(
                                ", ",
                                Arrays.stream(Board.values()).map(Board::code).toList()))));
    }
}
