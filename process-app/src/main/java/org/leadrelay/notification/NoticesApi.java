package org.leadrelay.notification;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the caller's notices. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "Notices")
class NoticesApi {

    private final Notices notices;

    NoticesApi(Notices notices) {
        this.notices = notices;
    }

    /** A page of notices, and how many are unread in all. */
    record Bell(List<Notice> items, long total, long unread) {}

    @GetMapping
    Bell mine(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        Page.checkRows(offset, limit);
        Page<Notice> page = notices.mine(unread, offset, limit);
        return new Bell(page.items(), page.total(), notices.unread());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        notices.read(id);
    }

    @PostMapping("/read")
    Map<String, Integer> readAll() {
        return Map.of("read", notices.readAll());
    }
}
