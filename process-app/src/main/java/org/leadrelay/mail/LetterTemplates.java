package org.leadrelay.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mustache templates of mail, {@code mail/letter.txt} and {@code mail/letter.html}; HTML is escaped. */
@Component
public class LetterTemplates {

    private final Template text;
    private final Template html;

    LetterTemplates() {
        text = template(Mustache.compiler().escapeHTML(false).nullValue(""), "letter.txt");
        html = template(Mustache.compiler().escapeHTML(true).nullValue(""), "letter.html");
    }

    /**
     * What stands in a letter.
     *
     * @param language two letters
     * @param paragraphs what is said first, in the order in which it is read
     * @param footer why the letter came and where that is changed, or how to get no more of them
     * @param invitation a page to read on; null for none
     */
    public record Content(
            String language,
            String subject,
            List<String> paragraphs,
            List<Item> items,
            @Nullable Link footer,
            @Nullable Invitation invitation) {

        public Content {
            paragraphs = List.copyOf(paragraphs);
            items = List.copyOf(items);
        }
    }

    /**
     * A page to read on, and a link beside it that nobody sees and only a machine follows.
     *
     * @param unseen its address
     */
    public record Invitation(Link page, String unseen) {}

    /** One thing that is told. */
    public record Item(String title, List<Fact> facts, List<Link> links) {

        public Item {
            facts = List.copyOf(facts);
            links = List.copyOf(links);
        }
    }

    public record Fact(String label, String value) {}

    public record Link(String label, String url) {}

    public Letter print(Content content) {
        return new Letter(content.subject(), text.execute(content), html.execute(content));
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (InputStream stream = LetterTemplates.class.getResourceAsStream("/mail/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The template mail/" + name + " is missing.");
            }
            return compiler.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
