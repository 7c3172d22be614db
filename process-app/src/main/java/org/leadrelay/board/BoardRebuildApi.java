package org.leadrelay.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of a rebuild of the boards: asked for, and looked at while it runs. */
@RestController
@RequestMapping("/api/admin/boards/rebuild")
@Tag(name = "Administration")
class BoardRebuildApi {

    private final BoardRebuilds rebuilds;

    BoardRebuildApi(BoardRebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Make the boards anew from the journey log; while one runs, that one")
    BoardRebuild rebuild() {
        return rebuilds.ask();
    }

    @GetMapping
    @Operation(summary = "How far the last rebuild of the boards is; nothing when none was ever asked for")
    Page<BoardRebuild> newest() {
        return Page.ofAll(rebuilds.newest().stream().toList());
    }
}
