package org.leadrelay.nurture.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tag of a Mustache template, as it stands in a text.
 *
 * @param kind empty for a field that is printed, {@code #} and {@code ^} for the begin of a section, {@code /} for its end
 * @param line from 1
 */
record Tag(String kind, String name, int line) {

    /** A tag, or braces that are none: three of them would print a field without the escaping that plain text has none of. */
    private static final Pattern BRACES =
            Pattern.compile("\\{\\{\\s*([#^/]?)\\s*([A-Za-z][A-Za-z0-9]*)\\s*\\}\\}(?!\\})|\\{\\{|\\}\\}");

    /** As it is written. */
    static String text(String kind, String name) {
        return "{{" + kind + name + "}}";
    }

    String text() {
        return text(kind, name);
    }

    boolean isStray() {
        return kind.equals("?");
    }

    /** All tags in their order; braces that are no tag are of the kind {@code ?}. */
    static List<Tag> of(String template) {
        List<Tag> tags = new ArrayList<>();
        Matcher found = BRACES.matcher(template);
        int line = 1;
        int counted = 0;
        while (found.find()) {
            for (; counted < found.start(); counted++) {
                line += template.charAt(counted) == '\n' ? 1 : 0;
            }
            boolean third = found.start() > 0 && template.charAt(found.start() - 1) == '{';
            String name = found.group(2);
            tags.add(name == null || third ? new Tag("?", found.group(), line) : new Tag(found.group(1), name, line));
        }
        return tags;
    }

    /** Names of the fields that are printed where their value may be unknown: not within their own section. */
    static Set<String> needed(String template) {
        Set<String> needed = new LinkedHashSet<>();
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag each : of(template)) {
            switch (each.kind()) {
                case "#", "^" -> open.push(each);
                case "/" -> open.poll();
                case "" -> {
                    if (open.stream()
                            .noneMatch(section ->
                                    section.kind().equals("#") && section.name().equals(each.name()))) {
                        needed.add(each.name());
                    }
                }
                default -> {
                    // Braces that are no tag print nothing.
                }
            }
        }
        return needed;
    }
}
