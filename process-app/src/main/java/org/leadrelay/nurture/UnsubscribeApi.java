package org.leadrelay.nurture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Public endpoint to unsubscribe (RFC 8058). It answers a token that nobody made as any other, so that nobody learns
 * by it which there are; whatever else a mail program sends along is passed over.
 */
@RestController
@RequestMapping("/u/{token}")
@Tag(name = "Links of mails")
class UnsubscribeApi {

    private final Unsubscriptions unsubscriptions;
    private final LinkPages pages;
    private final CurrentPerson person;

    UnsubscribeApi(Unsubscriptions unsubscriptions, LinkPages pages, CurrentPerson person) {
        this.unsubscriptions = unsubscriptions;
        this.pages = pages;
        this.person = person;
    }

    @GetMapping
    @Operation(
            summary = "Show the page to unsubscribe",
            description =
                    "Changes nothing, however often it is fetched. Less often, no more on this subject, or no more"
                            + " mail: each is a button that posts.")
    ResponseEntity<String> page(
            @PathVariable String token,
            @Parameter(hidden = true) @RequestParam Map<String, String> any,
            HttpServletRequest request) {
        return pages.within(request, pages::choices);
    }

    /** Never too often: mail services post for many people from few addresses, and do not come again. */
    @PostMapping
    @Operation(
            summary = "Unsubscribe with one click, or choose",
            description = "List-Unsubscribe=One-Click of a mail program (RFC 8058), urlencoded or multipart, or choice:"
                    + " lessOften, subject or all. Without a choice it is all. Always 200, also said again, and for a"
                    + " token that is not known.")
    ResponseEntity<String> choose(
            @PathVariable String token, @Parameter(hidden = true) @RequestParam Map<String, String> sent) {
        UnsubscribeChoice choice = UnsubscribeChoice.of(sent.get("choice"));
        person.as(Actor.SYSTEM, () -> {
            unsubscriptions.choose(new MailToken(token), choice);
            return choice;
        });
        return pages.chosen(choice);
    }
}
