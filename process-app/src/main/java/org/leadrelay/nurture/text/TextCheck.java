package org.leadrelay.nurture.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;

/** Validation of a text: known fields, each with a fallback, sections that end, no braces beside. With the line and the remedy. */
final class TextCheck {

    private static final Wording WORDING = Wording.of(TextCheck.class);

    private static final String EXAMPLE = MergeField.FIRST_NAME.code();

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_BODY = 10_000;

    private final TextContent content;
    private final List<Violation> wrong = new ArrayList<>();

    private TextCheck(TextContent content) {
        this.content = content;
    }

    /**
     * @throws Invalid naming all that is wrong
     */
    static void check(TextContent content) {
        List<Violation> wrong = findings(content);
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
    }

    /** What is wrong with it, in the language of the current request. */
    static List<Violation> findings(TextContent content) {
        TextCheck check = new TextCheck(content);
        check.lengths();
        check.template("subject", content.subject());
        check.template("body", content.body());
        check.fallbacks();
        return List.copyOf(check.wrong);
    }

    private void lengths() {
        line("subject", content.subject(), true);
        line("link", content.link(), false);
        if (content.body().isEmpty()) {
            add("body", WORDING.text("noBody"));
        } else if (content.body().length() > LONGEST_BODY) {
            add("body", WORDING.text("tooLong", LONGEST_BODY));
        }
    }

    private void line(String field, @Nullable String said, boolean needed) {
        if (said == null || said.isEmpty()) {
            if (needed) {
                add(field, WORDING.text("noSubject"));
            }
        } else if (said.length() > LONGEST_LINE) {
            add(field, WORDING.text("tooLong", LONGEST_LINE));
        } else if (said.lines().count() > 1) {
            add(field, WORDING.text("oneLine"));
        }
    }

    private void template(String field, String template) {
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag each : Tag.of(template)) {
            if (each.isStray()) {
                add(
                        field,
                        WORDING.text(
                                "stray",
                                each.line(),
                                each.name(),
                                Tag.text("", EXAMPLE),
                                Tag.text("#", EXAMPLE),
                                Tag.text("/", EXAMPLE)));
            } else if (MergeField.of(each.name()).isEmpty()) {
                add(field, WORDING.text("unknown", each.line(), each.name(), String.join(", ", MergeField.codes())));
            } else if (each.kind().equals("/")) {
                if (open.isEmpty() || !open.pop().name().equals(each.name())) {
                    add(field, WORDING.text("notOpen", each.line(), each.text(), Tag.text("#", each.name())));
                }
            } else if (!each.kind().isEmpty()) {
                open.push(each);
            }
        }
        open.forEach(each ->
                add(field, WORDING.text("notEnded", each.line(), each.text(), Tag.text("/", each.name()))));
        missing(field, template);
    }

    private void missing(String field, String template) {
        Set<String> needed = Tag.needed(template);
        List<Tag> tags = Tag.of(template);
        for (String name : needed) {
            MergeField.of(name)
                    .filter(known -> !content.fallbacks().containsKey(known.code()))
                    .ifPresent(known -> add(
                            field,
                            WORDING.text(
                                    "noFallback", lineOf(name, tags), name, Tag.text("#", name), Tag.text("/", name))));
        }
    }

    private static int lineOf(String name, List<Tag> tags) {
        return tags.stream()
                .filter(each -> each.kind().isEmpty() && each.name().equals(name))
                .mapToInt(Tag::line)
                .findFirst()
                .orElse(1);
    }

    private void fallbacks() {
        content.fallbacks().forEach((name, words) -> {
            String field = "fallbacks." + name;
            if (MergeField.of(name).isEmpty()) {
                add(field, WORDING.text("unknownFallback", name, String.join(", ", MergeField.codes())));
            } else if (words.isEmpty()) {
                add(field, WORDING.text("blankFallback", name));
            } else if (words.contains("{{") || words.contains("}}")) {
                add(field, WORDING.text("bracesInFallback"));
            } else {
                line(field, words, false);
            }
        });
        String link = content.link();
        if (link != null && (link.contains("{{") || link.contains("}}"))) {
            add("link", WORDING.text("bracesInFallback"));
        }
    }

    private void add(String field, String message) {
        wrong.add(new Violation(field, message));
    }
}
