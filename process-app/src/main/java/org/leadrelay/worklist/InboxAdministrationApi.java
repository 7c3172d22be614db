package org.leadrelay.worklist;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: rebuild of the inbox. */
@RestController
@RequestMapping("/api/admin/worklist")
@Tag(name = "Administration")
class InboxAdministrationApi {

    private final InboxRebuild rebuild;

    InboxAdministrationApi(InboxRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @PostMapping("/rebuild")
    InboxRebuild.Rebuilt rebuild() {
        return rebuild.rebuild();
    }
}
