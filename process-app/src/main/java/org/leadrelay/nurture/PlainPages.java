package org.leadrelay.nurture;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * HTML pages behind the links of mails, without a session, a script or anything else to load. Their content security
 * policy lets nothing but their own style be applied, known by its hash, and their own form be sent.
 */
@Component
class PlainPages {

    private final Template page;
    private final String style;
    private final String policy;

    PlainPages() {
        page = Mustache.compiler().escapeHTML(true).compile(read("page.html"));
        style = read("page.css");
        policy = "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(style.getBytes(StandardCharsets.UTF_8)))
                + "'; form-action %s; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * A page.
     *
     * @param buttons of the one form, which goes to the page's own address
     * @param leadsTo the origin that the form may lead on to; null for none
     */
    record Content(
            String language,
            String title,
            List<String> paragraphs,
            List<Button> buttons,
            @Nullable String leadsTo) {

        Content {
            paragraphs = List.copyOf(paragraphs);
            buttons = List.copyOf(buttons);
        }
    }

    /** A button that sends the form with a value of its own, and what it does. */
    record Button(String name, String value, String label, String hint) {}

    ResponseEntity<String> answer(HttpStatusCode status, Content content) {
        widen(policy.formatted(content.leadsTo() == null ? "'self'" : "'self' " + content.leadsTo()));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(page.execute(new Filled(content, style)));
    }

    /** In the place of the policy that every answer has: of two, a browser obeys both. */
    private static void widen(String policy) {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes current
                && current.getResponse() != null) {
            current.getResponse().setHeader("Content-Security-Policy", policy);
        }
    }

    /** What the template sees. */
    record Filled(Content content, String style) {}

    private static String read(String name) {
        try (InputStream stream = PlainPages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + name + " is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + name + " cannot be read.", e);
        }
    }
}
