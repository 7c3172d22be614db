package org.leadrelay.access;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for sessions in browsers: the caller's own, and for administrators everybody's. */
@RestController
class SessionsApi {

    private final PersonSessions sessions;

    SessionsApi(PersonSessions sessions) {
        this.sessions = sessions;
    }

    record Ended(int ended) {}

    @GetMapping("/api/me/sessions")
    @Tag(name = "Me")
    Page<PersonSession> mine() {
        return Page.ofAll(sessions.mine());
    }

    /** All of them: a call over REST comes from none. */
    @DeleteMapping("/api/me/sessions")
    @Tag(name = "Me")
    Ended endMine() {
        return new Ended(sessions.endOthers());
    }

    @GetMapping("/api/admin/people/{login}/sessions")
    @Tag(name = "Administration")
    Page<PersonSession> of(@PathVariable String login) {
        return Page.ofAll(sessions.of(login));
    }

    @DeleteMapping("/api/admin/people/{login}/sessions")
    @Tag(name = "Administration")
    Ended endAll(@PathVariable String login) {
        return new Ended(sessions.endAll(login));
    }
}
