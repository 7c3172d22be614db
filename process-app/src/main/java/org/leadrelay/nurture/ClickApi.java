package org.leadrelay.nurture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Public endpoint of the links in nurture mails: a page that asks, and its button, which leads on. */
@RestController
@RequestMapping("/c/{token}")
@Tag(name = "Links of mails")
class ClickApi {

    private final LinkClicks clicks;
    private final LinkPages pages;
    private final CurrentPerson person;

    ClickApi(LinkClicks clicks, LinkPages pages, CurrentPerson person) {
        this.clicks = clicks;
        this.pages = pages;
        this.person = person;
    }

    @GetMapping
    @Operation(
            summary = "Show where a link of a mail leads",
            description = "Worth nothing, whoever asks. Where it leads was fixed when the mail was written.")
    ResponseEntity<String> page(
            @PathVariable String token,
            @Parameter(hidden = true) @RequestParam Map<String, String> any,
            HttpServletRequest request) {
        boolean head = HttpMethod.HEAD.matches(request.getMethod());
        return pages.within(
                request,
                () -> person.<Optional<URI>>as(Actor.SYSTEM, () -> clicks.fetched(new MailToken(token), head))
                        .map(pages::onTo)
                        .orElseGet(pages::gone));
    }

    @PostMapping
    @Operation(
            summary = "Follow a link of a mail",
            description = "Answers 303 to the page, and counts as a click of the lead, once for each link, unless a"
                    + " machine sent it.")
    ResponseEntity<String> follow(
            @PathVariable String token,
            @Parameter(hidden = true) @RequestParam Map<String, String> any,
            HttpServletRequest request) {
        return pages.within(
                request,
                () -> person.<Optional<URI>>as(Actor.SYSTEM, () -> clicks.confirmed(new MailToken(token)))
                        .map(target -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(target)
                                .<String>build())
                        .orElseGet(pages::gone));
    }
}
