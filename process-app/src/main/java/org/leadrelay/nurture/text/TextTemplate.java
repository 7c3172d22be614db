package org.leadrelay.nurture.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mustache template of a text, rendered as plain text: nothing is escaped here, since the HTML of a letter escapes whole
 * paragraphs. It reads the {@link MergeField fields} that it is given and nothing else: no method, no property, no partial.
 */
final class TextTemplate {

    /** No name is longer, and a sentence in a form's field would be our word. */
    private static final int LONGEST_VALUE = 100;

    /** Braces, and whatever a mail program turns into a link: with a scheme, a host's name or number, an address. */
    private static final Pattern NO_VALUE = Pattern.compile(
            "\\{\\{|\\}\\}|://|(?i:www\\.)"
                    + "|[\\p{L}\\p{N}-][.\\u3002\\uFF0E\\uFF61][\\p{L}\\p{M}]{2,}|\\d{1,3}(?:\\.\\d{1,3}){3}|(?i:\\b(?:mailto|tel|sms):)");

    /** Looks like a host's name and is the end of many firms' names. */
    private static final Pattern LEGAL_FORM = Pattern.compile("(?i)(?<!\\S)co\\.kg(?:aa)?(?!\\S)");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .withFormatter(value -> ((Printed) value).text())
            .withCollector(new FieldsOnly())
            .withLoader(name -> {
                throw new MustacheException("A text loads no other: " + name);
            });

    private final TextContent content;

    TextTemplate(TextContent content) {
        this.content = content;
    }

    /**
     * A text for one person.
     *
     * @param fallbacks fields whose fallback stands in it
     */
    record Rendered(String subject, List<String> paragraphs, Set<MergeField> fallbacks) {

        Rendered {
            paragraphs = List.copyOf(paragraphs);
            fallbacks = Set.copyOf(fallbacks);
        }
    }

    /**
     * The text with these values. Empty where it would say nothing in the place of a field, or is no template at all: such
     * a mail is not sent.
     *
     * @param values by field what is known of the person; what could be no name or word is taken for unknown
     */
    Optional<Rendered> with(Map<MergeField, String> values) {
        String whole = content.subject() + "\n" + content.body();
        if (Tag.of(whole).stream()
                .anyMatch(each -> each.isStray() || MergeField.of(each.name()).isEmpty())) {
            return Optional.empty();
        }
        Map<String, Printed> printed = new ConcurrentHashMap<>();
        Set<MergeField> instead = EnumSet.noneOf(MergeField.class);
        Set<String> needed = Tag.needed(whole);
        for (MergeField field : MergeField.values()) {
            Optional<String> known = usable(values.get(field));
            if (known.isEmpty() && needed.contains(field.code())) {
                if (content.fallback(field).isEmpty()) {
                    return Optional.empty();
                }
                instead.add(field);
            }
            String text = known.or(() -> content.fallback(field)).orElse("");
            printed.put(field.code(), new Printed(text, known.isPresent()));
        }
        try {
            String subject =
                    COMPILER.compile(content.subject()).execute(printed).replaceAll("\\s+", " ");
            String body = COMPILER.compile(content.body()).execute(printed);
            List<String> paragraphs = Arrays.stream(body.strip().split("\n[ \t]*\n\\s*", -1))
                    .filter(each -> !each.isBlank())
                    .toList();
            return Optional.of(new Rendered(subject.strip(), paragraphs, instead));
        } catch (MustacheException notATemplate) {
            return Optional.empty();
        }
    }

    /** Whether every person can be sent it, whatever is known of them. */
    boolean suitsEverybody() {
        return with(new EnumMap<>(MergeField.class)).isPresent();
    }

    /** In one line. Empty for what somebody typed into a form to have us send it: addresses of pages, braces, sentences. */
    private static Optional<String> usable(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(each -> each.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Z}]+", " ").strip())
                .filter(each -> !each.isEmpty() && each.length() <= LONGEST_VALUE)
                .filter(each -> !NO_VALUE.matcher(LEGAL_FORM.matcher(each).replaceAll(""))
                        .find());
    }

    /**
     * Value of a field within a template.
     *
     * @param text the value, or what stands for it
     * @param known whether a section about it is read
     */
    private record Printed(String text, boolean known) {}

    /** Opens the map of fields only, where the library's own collector would call methods by their names. */
    private static final class FieldsOnly implements Mustache.Collector {

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            return value instanceof Printed printed
                    ? (printed.known() ? List.of(printed) : List.<Printed>of()).iterator()
                    : null;
        }

        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return (from, field) -> {
                Object value = from instanceof Map<?, ?> fields ? fields.get(field) : null;
                return value == null ? Template.NO_FETCHER_FOUND : value;
            };
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
