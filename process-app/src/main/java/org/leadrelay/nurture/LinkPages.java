package org.leadrelay.nurture;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.leadrelay.nurture.PlainPages.Button;
import org.leadrelay.nurture.PlainPages.Content;
import org.leadrelay.platform.AddressRate;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages behind the links of mails, in the language of the browser, and how many of them one address gets. */
@Component
class LinkPages {

    private static final Wording WORDING = Wording.of(LinkPages.class);

    private final PlainPages pages;
    private final AddressRate rate;

    LinkPages(PlainPages pages, NurtureSettings settings) {
        this.pages = pages;
        this.rate = new AddressRate(settings.linksPerMinute());
    }

    /** The answer, unless the address asked too often; what it would have done is not done then. */
    ResponseEntity<String> within(HttpServletRequest request, Supplier<ResponseEntity<String>> answer) {
        if (rate.allows(request.getRemoteAddr())) {
            return answer.get();
        }
        ResponseEntity<String> page = page(HttpStatus.TOO_MANY_REQUESTS, "tooMany");
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header("Retry-After", "60")
                .body(page.getBody());
    }

    ResponseEntity<String> choices() {
        List<Button> buttons = Arrays.stream(UnsubscribeChoice.values())
                .map(each -> new Button(
                        "choice",
                        each.code(),
                        WORDING.text("unsubscribe." + each.code()),
                        WORDING.text("unsubscribe." + each.code() + ".hint")))
                .toList();
        return pages.answer(
                HttpStatus.OK,
                new Content(
                        language(),
                        WORDING.text("unsubscribe.title"),
                        List.of(WORDING.text("unsubscribe.text")),
                        buttons,
                        null));
    }

    ResponseEntity<String> chosen(UnsubscribeChoice choice) {
        return pages.answer(
                HttpStatus.OK,
                new Content(
                        language(),
                        WORDING.text("chosen.title"),
                        List.of(WORDING.text("chosen." + choice.code())),
                        List.of(),
                        null));
    }

    /** The page that asks before it leads on. */
    ResponseEntity<String> onTo(URI target) {
        return pages.answer(
                HttpStatus.OK,
                new Content(
                        language(),
                        WORDING.text("link.title", target.getHost()),
                        List.of(WORDING.text("link.text"), target.toString()),
                        List.of(new Button("go", "on", WORDING.text("link.go"), WORDING.text("link.go.hint"))),
                        target.getScheme() + "://" + target.getRawAuthority()));
    }

    ResponseEntity<String> gone() {
        return page(HttpStatus.NOT_FOUND, "gone");
    }

    private ResponseEntity<String> page(HttpStatus status, String key) {
        return pages.answer(
                status,
                new Content(
                        language(),
                        WORDING.text(key + ".title"),
                        List.of(WORDING.text(key + ".text")),
                        List.of(),
                        null));
    }

    private static String language() {
        return Language.ofRequest().code();
    }
}
