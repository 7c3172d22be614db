package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.stereotype.Component;

/**
 * Reader of sealed lines: the one place where rows of {@code journey_log} become what a page shows and a projection folds, and
 * where references to people become logins again, with one query a page. SQL that asks for a line's person joins {@code person_ref}.
 */
@Component
public class LineReader {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final PersonReferences references;

    LineReader(ObjectMapper json, PersonReferences references) {
        this.json = json;
        this.references = references;
    }

    /** A page of lines, in their order. */
    public List<ReadLine> read(Collection<SealedLine> lines) {
        List<Parsed> parsed = parsed(lines);
        Names names = new Names(references.logins(references(parsed)));
        return parsed.stream().map(each -> read(each, names)).toList();
    }

    /** Whom the references in these lines mean; those that were erased are not among them. */
    public List<ExportedLine.Person> people(Collection<SealedLine> lines) {
        return references.logins(references(parsed(lines))).entrySet().stream()
                .map(each -> new ExportedLine.Person(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(ExportedLine.Person::login))
                .toList();
    }

    /**
     * Line with its details read.
     *
     * @param details with references as they were sealed; none where somebody changed them to what is no JSON
     */
    private record Parsed(SealedLine sealed, Map<String, Object> details) {

        boolean byReference() {
            return sealed.line().format() >= Seal.BY_REFERENCE;
        }
    }

    private List<Parsed> parsed(Collection<SealedLine> lines) {
        return lines.stream()
                .map(each -> new Parsed(each, details(each.line().details())))
                .toList();
    }

    private static Set<UUID> references(List<Parsed> lines) {
        Set<UUID> references = new HashSet<>();
        for (Parsed each : lines) {
            Line line = each.sealed().line();
            UUID author = line.author().personRef();
            if (author != null) {
                references.add(author);
            }
            if (each.byReference()) {
                PeopleInDetails people = new PeopleInDetails(line.kind(), reference -> {
                    references.add(UUID.fromString(reference));
                    return reference;
                });
                Map<String, Object> unused = people.of(each.details());
                String unusedSubject = people.subject(line.subject(), each.details());
            }
        }
        return references;
    }

    private static ReadLine read(Parsed parsed, Names names) {
        Line line = parsed.sealed().line();
        String person = names.of(line.author().person(), line.author().personRef());
        if (!parsed.byReference()) {
            return new ReadLine(parsed.sealed(), person, line.subject(), parsed.details());
        }
        PeopleInDetails people = new PeopleInDetails(line.kind(), names::of);
        return new ReadLine(
                parsed.sealed(), person, people.subject(line.subject(), parsed.details()), people.of(parsed.details()));
    }

    private Map<String, Object> details(String sealed) {
        try {
            return parsed(sealed);
        } catch (IllegalArgumentException changed) {
            return Map.of();
        }
    }

    /** For rows that are read one after the other, without all columns of a line. All people are read before. */
    public Rows rows() {
        return new Rows(new Names(references.logins()));
    }

    /** Reader of rows with the columns {@code format}, {@code kind}, {@code person}, {@code person_ref} and {@code details}. */
    public final class Rows {

        private final Names names;

        private Rows(Names names) {
            this.names = names;
        }

        /** The login of who did it, {@code key:} and the id of an API key, or {@code system}. */
        public String person(ResultSet row) throws SQLException {
            return names.of(row.getString("person"), Sql.uuidOrNull(row, "person_ref"));
        }

        /**
         * @throws IllegalArgumentException when they are no JSON
         */
        public Map<String, Object> details(ResultSet row) throws SQLException {
            Map<String, Object> details = parsed(row.getString("details"));
            return details.isEmpty() || row.getInt("format") < Seal.BY_REFERENCE
                    ? details
                    : new PeopleInDetails(row.getString("kind"), names::of).of(details);
        }
    }

    /** Logins by references. */
    private record Names(Map<UUID, String> logins) {

        String of(@Nullable String person, @Nullable UUID reference) {
            if (person != null) {
                return person;
            }
            return reference == null ? "" : of(reference);
        }

        String of(String reference) {
            return of(UUID.fromString(reference));
        }

        private String of(UUID reference) {
            String login = logins.get(reference);
            return login == null ? ErasedPerson.of(reference) : login;
        }
    }

    private Map<String, Object> parsed(String sealed) {
        try {
            return sealed.equals("{}") ? Map.of() : json.readValue(sealed, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a line's details are no JSON", e);
        }
    }
}
