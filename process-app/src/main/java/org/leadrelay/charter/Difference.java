package org.leadrelay.charter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Change.Kind;
import org.leadrelay.platform.Wording;
import org.leadrelay.platform.Words;
import org.springframework.stereotype.Service;

/** Comparison of two versions of the charter, clause by clause and line by line, in words. */
@Service
public class Difference {

    private static final Wording WORDING = Wording.of(Difference.class);

    private final CharterWords words;

    Difference(CharterWords words) {
        this.words = words;
    }

    /** In the order in which the charter is read; empty when both say the same. */
    public List<Change> between(CharterContent before, CharterContent after) {
        return new Comparison(words).of(before, after);
    }

    private record Comparison(CharterWords words, EntryTexts entries, List<Change> changes) {

        Comparison(CharterWords words) {
            this(words, new EntryTexts(words), new ArrayList<>());
        }

        List<Change> of(CharterContent before, CharterContent after) {
            part("definition", "name", before.name(), after.name());
            part("definition", "idealProfile", before.idealProfile(), after.idealProfile());
            part("definition", "qualifies", words.role(before.qualifies()), words.role(after.qualifies()));
            entries(
                    "tables",
                    byName(before.tables(), PinnedTable::decision, entries::table),
                    byName(after.tables(), PinnedTable::decision, entries::table));
            entries(
                    "questions",
                    byName(before.questions(), AgreedQuestion::field, EntryTexts::question),
                    byName(after.questions(), AgreedQuestion::field, EntryTexts::question));
            order(
                    "questions",
                    WORDING.text("section.questions"),
                    byName(before.questions(), AgreedQuestion::field, EntryTexts::question),
                    byName(after.questions(), AgreedQuestion::field, EntryTexts::question));
            figures(before, after);
            clauses(before, after);
            ladders(before, after);
            lists(before, after);
            limits(before.limits(), after.limits());
            part("limits", "calendar", words.calendar(before.calendar()), words.calendar(after.calendar()));
            return List.copyOf(changes);
        }

        private void figures(CharterContent before, CharterContent after) {
            entries(
                    "figures",
                    byName(before.figures(), each -> each.metric().code(), each -> entries.figure(each, before)),
                    byName(after.figures(), each -> each.metric().code(), each -> entries.figure(each, after)));
        }

        private void clauses(CharterContent before, CharterContent after) {
            for (String name : names(before.clauses(), after.clauses())) {
                Clause was = before.clause(name).orElse(null);
                Clause is = after.clause(name).orElse(null);
                if (was == null || is == null) {
                    line(
                            "clauses",
                            name,
                            words.clause(after, before, name),
                            was == null ? null : entries.clause(was),
                            is == null ? null : entries.clause(is));
                    continue;
                }
                clausePart(is, "words", was.words().toString(), is.words().toString());
                clausePart(is, "who", words.role(was.who()), words.role(is.who()));
                if (!was.element().equals(is.element())) {
                    clausePart(is, "element", words.step(was.element()), words.step(is.element()));
                }
                clausePart(is, "high", words.work(was.high()), words.work(is.high()));
                clausePart(is, "normal", words.work(was.normal()), words.work(is.normal()));
                clausePart(is, "low", words.work(was.low()), words.work(is.low()));
                clausePart(is, "reminder", entries.reminder(was), entries.reminder(is));
            }
        }

        private void clausePart(Clause clause, String part, String was, String is) {
            String title = clause.words().in(Wording.language()) + ", " + WORDING.text("part." + part);
            line("clauses", clause.name() + "." + part, title, was, is);
        }

        private void ladders(CharterContent before, CharterContent after) {
            Map<String, List<Rung>> was = before.ladder().stream().collect(groupingBy(Rung::clause));
            Map<String, List<Rung>> is = after.ladder().stream().collect(groupingBy(Rung::clause));
            Set<String> names = new LinkedHashSet<>(new TreeMap<>(was).keySet());
            names.addAll(new TreeMap<>(is).keySet());
            for (String name : names) {
                line(
                        "ladder",
                        name,
                        WORDING.text("ladderOf", words.clause(after, before, name)),
                        was.containsKey(name) ? words.rungs(was.get(name)) : null,
                        is.containsKey(name) ? words.rungs(is.get(name)) : null);
            }
        }

        private void lists(CharterContent before, CharterContent after) {
            Set<String> names = new LinkedHashSet<>(before.lists().keySet());
            names.addAll(after.lists().keySet());
            for (String name : names) {
                List<AgreedOption> was = before.lists().getOrDefault(name, List.of());
                List<AgreedOption> is = after.lists().getOrDefault(name, List.of());
                String title = words.list(after, before, name);
                line("lists", name, title + ", " + WORDING.text("part.words"), label(before, name), label(after, name));
                entries(
                        "lists",
                        name,
                        title,
                        byName(was, AgreedOption::value, entries::option),
                        byName(is, AgreedOption::value, entries::option));
                order(
                        "lists." + name,
                        title,
                        byName(was, AgreedOption::value, each -> each.words().in(Wording.language())),
                        byName(is, AgreedOption::value, each -> each.words().in(Wording.language())));
            }
        }

        private static @Nullable String label(CharterContent said, String list) {
            Words label = said.listLabels().get(list);
            return label == null ? null : label.toString();
        }

        private void limits(Limits was, Limits is) {
            number("capacity", was.capacity(), is.capacity());
            number("tries", was.tries(), is.tries());
            number("maximumLaps", was.maximumLaps(), is.maximumLaps());
            number("attempts", was.attempts(), is.attempts());
            part("limits", "attemptSpacing", words.work(was.attemptSpacing()), words.work(is.attemptSpacing()));
            number("questions", was.questions(), is.questions());
        }

        private void number(String part, int was, int is) {
            part("limits", part, Integer.toString(was), Integer.toString(is));
        }

        private void part(String section, String part, String was, String is) {
            line(section, part, WORDING.text("part." + part), was, is);
        }

        /** Entries of one name on both sides, whatever their order. */
        private void entries(String section, Map<String, String> was, Map<String, String> is) {
            entries(section, "", WORDING.text("section." + section), was, is);
        }

        private void entries(
                String section, String list, String title, Map<String, String> was, Map<String, String> is) {
            Set<String> names = new LinkedHashSet<>(was.keySet());
            names.addAll(is.keySet());
            for (String name : names) {
                line(section, list.isEmpty() ? name : list + "." + name, title, was.get(name), is.get(name));
            }
        }

        /** The same entries in another order is a change, too: it is what people see on a form. */
        private void order(String subject, String title, Map<String, String> was, Map<String, String> is) {
            boolean sameEntries = was.keySet().equals(is.keySet());
            if (sameEntries && !List.copyOf(was.keySet()).equals(List.copyOf(is.keySet()))) {
                boolean told = !List.copyOf(was.values()).equals(List.copyOf(is.values()));
                line(
                        "order",
                        subject,
                        WORDING.text("orderOf", title),
                        String.join(", ", told ? was.values() : was.keySet()),
                        String.join(", ", told ? is.values() : is.keySet()));
            }
        }

        private void line(String section, String subject, String title, @Nullable String was, @Nullable String is) {
            if (Objects.equals(was, is)) {
                return;
            }
            Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
            changes.add(
                    new Change(section, subject, kind, was, is, WORDING.text("change." + kind.code(), title, was, is)));
        }

        private static Set<String> names(List<Clause> before, List<Clause> after) {
            Set<String> names = new LinkedHashSet<>();
            before.forEach(each -> names.add(each.name()));
            after.forEach(each -> names.add(each.name()));
            return names;
        }

        private static <T> Map<String, String> byName(
                List<T> entries, Function<T, String> name, Function<T, String> said) {
            return entries.stream().collect(toMap(name, said, (some, other) -> some, LinkedHashMap::new));
        }
    }
}
