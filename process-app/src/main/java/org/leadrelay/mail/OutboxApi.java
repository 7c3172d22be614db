package org.leadrelay.mail;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: the outbox. */
@RestController
@RequestMapping("/api/admin/outbox")
@Tag(name = "Administration")
class OutboxApi {

    private final OutboxAdministration outbox;

    OutboxApi(OutboxAdministration outbox) {
        this.outbox = outbox;
    }

    /** A page of mails, and how many there are in each state. */
    record Mails(List<OutboxMail> items, long total, Map<String, Long> counts) {}

    @GetMapping
    Mails all(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Page.checkRows(offset, limit);
        Page<OutboxMail> page = outbox.page(state, offset, limit);
        return new Mails(page.items(), page.total(), outbox.counts());
    }

    @PostMapping("/{id}/again")
    OutboxMail again(@PathVariable UUID id) {
        return outbox.again(id);
    }

    @DeleteMapping("/{id}")
    OutboxMail drop(@PathVariable UUID id) {
        return outbox.drop(id);
    }
}
