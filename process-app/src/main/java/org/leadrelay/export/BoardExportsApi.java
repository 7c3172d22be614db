package org.leadrelay.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardQuery;
import org.leadrelay.board.NumberQuery;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.csv.CsvResponse;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of the boards as CSV: the numbers as they are shown, and the leads behind one. */
@RestController
@RequestMapping("/api/boards")
@Tag(name = "Boards")
class BoardExportsApi {

    private static final Wording WORDING = Wording.of(BoardExportsApi.class);

    private final BoardExports exports;

    BoardExportsApi(BoardExports exports) {
        this.exports = exports;
    }

    @GetMapping("/{board}.csv")
    @Operation(summary = "A board's numbers as CSV, with the filter of the board")
    void board(
            @PathVariable String board,
            @ParameterObject @ModelAttribute BoardQuery asked,
            @RequestParam(required = false) @Nullable String group,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        exports.numbers(
                named(board),
                asked.filter("group", group),
                context(request),
                new CsvResponse(response, "board-" + board + ".csv"));
    }

    @GetMapping("/{board}/leads.csv")
    @Operation(summary = "The leads behind a number as CSV: all of them, with the query of the list")
    void leads(
            @PathVariable String board,
            @ParameterObject @ModelAttribute BoardQuery asked,
            @ParameterObject @ModelAttribute NumberQuery number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        exports.leads(
                number.of(named(board), asked),
                context(request),
                new CsvResponse(response, "board-leads-" + board + ".csv"));
    }

    private static Board named(String board) {
        return Board.of(board).orElseThrow(() -> new NotFound(WORDING.text("board", board)));
    }

    private static CsvContext context(HttpServletRequest request) {
        return new CsvContext(Objects.requireNonNullElse(request.getQueryString(), ""), Wording.language(), false);
    }
}
