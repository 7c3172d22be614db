package org.leadrelay.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bell of whoever asks. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private static final Wording WORDING = Wording.of(NoticeController.class);
    private static final int LONGEST_PAGE = 500;

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /** A page of notices, and how many are unread in all. */
    record Bell(List<Notice> items, long total, long unread) {}

    @GetMapping
    Bell mine(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        if (offset < 0) {
            throw Invalid.field("offset", WORDING.say("offset"));
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Invalid.field("limit", WORDING.say("limit", LONGEST_PAGE));
        }
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
