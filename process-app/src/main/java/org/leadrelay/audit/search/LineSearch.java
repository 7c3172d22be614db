package org.leadrelay.audit.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.LineWords;
import org.leadrelay.journal.CommittedWords;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;
import org.leadrelay.journal.LineReader;
import org.leadrelay.journal.ReadLine;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Search over the lines of the journey log with keyset paging, for whoever reads the whole log. */
@Service
public class LineSearch {

    private static final Wording WORDING = Wording.of(LineSearch.class);
    private static final int USUAL = 50;

    private static final List<String> READINGS = List.of(StreamKind.READING.code());
    private static final List<String> OPERATIONS = Stream.of(StreamKind.values())
            .filter(each -> each != StreamKind.LEAD && each != StreamKind.READING)
            .map(StreamKind::code)
            .toList();

    /** Each id once, by jumps over the index: distinct would read all lines. */
    private static final String STEPS = """
        with recursive step(id) as (
            (select element_id from journey_log
             where kind not in ('entered', 'left', 'flow', 'started') and element_id is not null
             order by element_id limit 1)
            union all
            select (select element_id from journey_log
                    where kind not in ('entered', 'left', 'flow', 'started') and element_id is not null
                        and element_id > step.id
                    order by element_id limit 1)
            from step where step.id is not null)
        select id from step where id is not null\
        """;

    private final JdbcClient jdbc;
    private final LineReader reader;
    private final LineWords words;
    private final CommittedWords committed;
    private final ModelNames models;
    private final LineAuthors authors;
    private final CurrentPerson person;
    private final ZoneId zone;

    LineSearch(
            JdbcClient jdbc,
            LineReader reader,
            LineWords words,
            CommittedWords committed,
            ModelNames models,
            LineAuthors authors,
            CurrentPerson person,
            @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId zone) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.words = words;
        this.committed = committed;
        this.models = models;
        this.authors = authors;
        this.person = person;
        this.zone = zone;
    }

    /**
     * A page of the lines that match, newest first.
     *
     * @throws org.leadrelay.platform.Invalid naming each field that makes no sense
     */
    @Transactional(readOnly = true)
    public FoundLines find(LineQuery asked, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return page(LineConditions.of(asked, authors, zone), asked.size(), locale);
    }

    /**
     * A page of what was done that is no lead's: logins, people, roles, charter, imports, models.
     *
     * @throws org.leadrelay.platform.Invalid naming each field that makes no sense
     */
    @Transactional(readOnly = true)
    public FoundLines operations(OperationQuery asked, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return page(LineConditions.of(asked, OPERATIONS, authors, committed, zone), asked.size(), locale);
    }

    /**
     * A page of who read or exported what; with a lead as the subject, who read that one.
     *
     * @throws org.leadrelay.platform.Invalid naming each field that makes no sense
     */
    @Transactional(readOnly = true)
    public FoundLines readings(OperationQuery asked, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return page(LineConditions.of(asked, READINGS, authors, committed, zone), asked.size(), locale);
    }

    private FoundLines page(LineConditions conditions, @Nullable Integer asked, Locale locale) {
        int size = asked == null ? USUAL : asked;
        Instant asOf =
                jdbc.sql("select now()").query((row, n) -> Sql.instant(row, 1)).single();
        List<FoundLine> found = told(
                jdbc.sql(conditions.page())
                        .params(conditions.parameters())
                        .param("limit", size + 1)
                        .query((row, n) -> SealedLine.of(row))
                        .list(),
                locale);
        if (found.size() <= size) {
            return new FoundLines(found, null, asOf);
        }
        FoundLine last = found.get(size - 1);
        return new FoundLines(
                found.subList(0, size), new LineCursor(last.at(), last.stream(), last.seq()).toString(), asOf);
    }

    /**
     * @throws NotFound when there is no such line
     */
    @Transactional(readOnly = true)
    public FoundLine one(UUID stream, long seq, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return told(
                        jdbc.sql("select * from journey_log where lead_id = ? and seq = ?")
                                .params(stream, seq)
                                .query((row, n) -> SealedLine.of(row))
                                .list(),
                        locale)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(WORDING.text("noLine", seq, stream)));
    }

    /** The lines about one promise to a lead, in the order in which they were written. */
    @Transactional(readOnly = true)
    public List<FoundLine> ofPromise(UUID lead, UUID promise, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return told(
                jdbc.sql("""
                    select * from journey_log where lead_id = ? and kind like 'promise-%' and details like ? order by seq
                    """)
                        .params(lead, "%\"promise\":\"" + promise + "\"%")
                        .query((row, n) -> SealedLine.of(row))
                        .list(),
                locale);
    }

    /** Kinds of lines that can be searched over all leads: their codes with what they are called, in that order. */
    public Map<String, String> kinds(Locale locale) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Kind.ofLeads().stream()
                .filter(kind -> !LineConditions.STEPS.contains(kind.code()))
                .map(kind -> Map.entry(kind.code(), words.kind(locale, kind)))
                .sorted(Map.Entry.comparingByValue(Alphabet.order()))
                .forEach(each -> kinds.put(each.getKey(), each.getValue()));
        return kinds;
    }

    /** Steps at which people or tables decided something: their ids with their names of today, in the order of the names. */
    @Transactional(readOnly = true)
    public Map<String, String> steps(Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        Map<String, String> steps = new LinkedHashMap<>();
        jdbc.sql(STEPS).query(String.class).list().stream()
                .map(id -> Map.entry(id, models.inForce().step(id, locale)))
                .sorted(Map.Entry.comparingByValue(Alphabet.order()))
                .forEach(each -> steps.put(each.getKey(), each.getValue()));
        return steps;
    }

    private List<FoundLine> told(List<SealedLine> found, Locale locale) {
        LineWords.Page told = words.of(locale);
        told.read(found.stream().map(SealedLine::line).toList());
        return reader.read(found).stream()
                .map(each -> FoundLine.of(
                        each, sentence(each, told), told.about(each.subject()).orElse(null)))
                .toList();
    }

    private static String sentence(ReadLine read, LineWords.Page told) {
        Line line = read.line();
        String subject = read.subject();
        return subject == null
                ? told.sentence(line.kind(), read.person(), line.position(), read.details())
                : told.operation(line.kind(), read.person(), subject, read.details());
    }
}
