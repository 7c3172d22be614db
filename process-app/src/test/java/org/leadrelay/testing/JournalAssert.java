package org.leadrelay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.journal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assertions on the journey log of one lead: {@code assertThatLog(jdbc, lead).kinds().containsExactly(..)}, {@code
 * assertThatLog(jdbc, lead).only(Kind.CHOICE).details().first().asString().contains(..)}. A failure prints the whole log.
 */
public final class JournalAssert {

    private static final Pattern REFERENCE = Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

    private final String what;
    private final List<Line> all;
    private final List<Line> lines;

    private record Line(
            Instant at,
            String kind,
            String person,
            @Nullable String element,
            String details) {

        @Override
        public String toString() {
            return "%s %s by %s at %s %s".formatted(at, kind, person, element, details);
        }
    }

    private JournalAssert(String what, List<Line> all, List<Line> lines) {
        this.what = what;
        this.all = all;
        this.lines = lines;
    }

    public static JournalAssert assertThatLog(JdbcClient jdbc, UUID lead) {
        return read("lead " + lead, jdbc, "lead_id = ?", lead);
    }

    /** The lines that name this task, whatever its lead. */
    public static JournalAssert assertThatLogOfTask(JdbcClient jdbc, String taskId) {
        return read("task " + taskId, jdbc, "position(? in details) > 0", taskId);
    }

    private static JournalAssert read(String what, JdbcClient jdbc, String condition, Object parameter) {
        Map<String, String> logins = new HashMap<>();
        jdbc.sql("select ref, login from person_ref").query(row -> {
            logins.put(row.getString(1), row.getString(2));
        });
        List<Line> lines = jdbc.sql("""
                        select at, kind, coalesce(person, login, 'erased:' || person_ref), element_id, details
                        from journey_log left join person_ref on ref = person_ref where subject is null and
                        """ + condition + " order by seq")
                .param(parameter)
                .query((row, n) -> new Line(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        named(row.getString(5), logins)))
                .list();
        return new JournalAssert(what, lines, lines);
    }

    /** With the login in the place of each reference to a person. */
    private static String named(String details, Map<String, String> logins) {
        return REFERENCE
                .matcher(details)
                .replaceAll(found ->
                        Matcher.quoteReplacement("\"" + logins.getOrDefault(found.group(1), found.group(1)) + "\""));
    }

    /** The lines of these kinds, in their order. */
    public JournalAssert only(Kind... kinds) {
        Set<String> codes = Arrays.stream(kinds).map(Kind::code).collect(Collectors.toSet());
        return of(line -> codes.contains(line.kind()));
    }

    /** The lines that tell what people did, not the product itself. */
    public JournalAssert ofPeople() {
        return of(line -> !line.person().equals(Actor.SYSTEM.login()));
    }

    private JournalAssert of(Predicate<Line> which) {
        return new JournalAssert(what, all, lines.stream().filter(which).toList());
    }

    public JournalAssert hasLines(int number) {
        told(lines).hasSize(number);
        return this;
    }

    public ListAssert<Kind> kinds() {
        return told(lines.stream().map(each -> Kind.ofCode(each.kind())).toList());
    }

    public ListAssert<String> people() {
        return told(lines.stream().map(Line::person).toList());
    }

    /** Kind and person of each line: {@code task-claimed mary}. */
    public ListAssert<String> deeds() {
        return told(
                lines.stream().map(each -> each.kind() + " " + each.person()).toList());
    }

    /** The details as JSON, with logins for references. */
    public ListAssert<String> details() {
        return told(lines.stream().map(Line::details).toList());
    }

    /** The details of the one line that there is. */
    public String detailsOfTheOnlyOne() {
        hasLines(1);
        return lines.get(0).details();
    }

    private <T> ListAssert<T> told(List<T> values) {
        return assertThat(values)
                .as("log of %s:%n%s%n", what, all.stream().map(Line::toString).collect(Collectors.joining("\n")));
    }
}
