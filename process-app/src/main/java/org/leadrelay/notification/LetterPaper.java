package org.leadrelay.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints a letter from {@code mail/letter.txt} and {@code mail/letter.html}; HTML is escaped. */
@Component
class LetterPaper {

    private final Template text;
    private final Template html;

    LetterPaper() {
        text = template(Mustache.compiler().escapeHTML(false).nullValue(""), "letter.txt");
        html = template(Mustache.compiler().escapeHTML(true).nullValue(""), "letter.html");
    }

    /**
     * What stands in a letter.
     *
     * @param language two letters
     * @param paragraphs what is said first, in the order in which it is read
     * @param footer why the letter came and where that is changed; null in a letter to a lead
     */
    record Content(
            String language,
            String subject,
            List<String> paragraphs,
            List<Item> items,
            @Nullable Link footer) {

        Content {
            paragraphs = List.copyOf(paragraphs);
            items = List.copyOf(items);
        }
    }

    /** One thing that is told. */
    record Item(String title, List<Fact> facts, List<Link> links) {

        Item {
            facts = List.copyOf(facts);
            links = List.copyOf(links);
        }
    }

    record Fact(String label, String value) {}

    record Link(String label, String url) {}

    Letter print(Content content) {
        return new Letter(content.subject(), text.execute(content), html.execute(content));
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (var stream = LetterPaper.class.getResourceAsStream("/mail/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The template mail/" + name + " is missing.");
            }
            return compiler.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
