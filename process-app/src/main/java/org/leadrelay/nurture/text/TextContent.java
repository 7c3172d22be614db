package org.leadrelay.nurture.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;
import org.leadrelay.platform.TextNormalizer;

/**
 * Content of a text's file: a header between two lines of hyphens, with the subject, what the link below is called and
 * the fallbacks, and below it the body. Plain text: what looks like HTML is shown as it stands.
 *
 * @param link what the link below the text is called, where the text has a page; null says it in general words
 * @param fallbacks by the code of a field, what is said where nobody knows its value
 */
public record TextContent(
        String subject, String body, @Nullable String link, Map<String, String> fallbacks) {

    private static final String RULE = "---";
    private static final String FALLBACK = "fallback.";

    public TextContent {
        subject = visible(subject);
        body = visible(body.replace("\r\n", "\n").replace('\r', '\n'));
        link = Optional.ofNullable(link)
                .map(TextContent::visible)
                .filter(each -> !each.isEmpty())
                .orElse(null);
        Map<String, String> said = new TreeMap<>();
        fallbacks.forEach((field, words) -> said.put(field.strip(), visible(words)));
        fallbacks = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** Without blanks around it; empty where nobody would see anything. */
    private static String visible(String text) {
        return TextNormalizer.clean(text).isEmpty() ? "" : text.strip();
    }

    /** What is said where a field's value is not known; empty where nothing is. */
    Optional<String> fallback(MergeField field) {
        return Optional.ofNullable(fallbacks.get(field.code())).filter(each -> !each.isEmpty());
    }

    /** Fields that need a fallback: they are printed where their value may be unknown. */
    public List<MergeField> needed() {
        return Tag.needed(subject + "\n" + body).stream()
                .flatMap(each -> MergeField.of(each).stream())
                .toList();
    }

    /** A field as it is written in a text. */
    public static String tag(MergeField field) {
        return Tag.text("", field.code());
    }

    /** Begin of a part that is said only when a field is known. */
    public static String begin(MergeField field) {
        return Tag.text("#", field.code());
    }

    /** End of such a part. */
    public static String end(MergeField field) {
        return Tag.text("/", field.code());
    }

    /** The whole file. */
    public String file() {
        StringBuilder file = new StringBuilder(RULE).append('\n');
        line(file, "subject", subject);
        if (link != null) {
            line(file, "link", link);
        }
        fallbacks.forEach((field, words) -> line(file, FALLBACK + field, words));
        return file.append(RULE).append("\n\n").append(body).append('\n').toString();
    }

    /** SHA-256 of the file, by which the log tells this content from any other. */
    String hash() {
        return Sha256.hex(file());
    }

    private static void line(StringBuilder file, String key, String value) {
        file.append(key).append(": ").append(value.replaceAll("\\R", " ")).append('\n');
    }

    /** The content of a file; empty for what is no such file. */
    public static Optional<TextContent> read(String file) {
        try {
            return Optional.of(parse(file));
        } catch (IllegalArgumentException noText) {
            return Optional.empty();
        }
    }

    /**
     * @throws IllegalArgumentException for what is no such file
     */
    static TextContent parse(String file) {
        String[] lines = file.replace("\r\n", "\n").split("\n", -1);
        if (!lines[0].strip().equals(RULE)) {
            throw new IllegalArgumentException("line 1: a text begins with " + RULE);
        }
        String subject = "";
        String link = null;
        Map<String, String> fallbacks = new LinkedHashMap<>();
        int at = 1;
        for (; at < lines.length && !lines[at].strip().equals(RULE); at++) {
            int colon = lines[at].indexOf(':');
            String key = colon < 0 ? "" : lines[at].substring(0, colon).strip();
            String value = lines[at].substring(colon + 1).strip();
            if (key.equals("subject")) {
                subject = value;
            } else if (key.equals("link")) {
                link = value;
            } else if (key.startsWith(FALLBACK)) {
                fallbacks.put(key.substring(FALLBACK.length()), value);
            } else {
                throw new IllegalArgumentException(
                        "line " + (at + 1) + ": a header has subject, link and fallback.<field>");
            }
        }
        if (at == lines.length) {
            throw new IllegalArgumentException("the header ends with " + RULE);
        }
        String body = String.join("\n", java.util.Arrays.asList(lines).subList(at + 1, lines.length));
        return new TextContent(subject, body, link, fallbacks);
    }
}
