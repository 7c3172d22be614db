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
import java.util.function.UnaryOperator;
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
        Set<UUID> asked = new HashSet<>();
        lines.forEach(each -> collect(each, asked));
        Names names = new Names(references.logins(asked));
        return lines.stream().map(each -> read(each, names)).toList();
    }

    /** Whom the references in these lines mean; those that were erased are not among them. */
    public List<ExportedLine.Person> people(Collection<SealedLine> lines) {
        Set<UUID> asked = new HashSet<>();
        lines.forEach(each -> collect(each, asked));
        return references.logins(asked).entrySet().stream()
                .map(each -> new ExportedLine.Person(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(ExportedLine.Person::login))
                .toList();
    }

    private void collect(SealedLine sealed, Set<UUID> asked) {
        UUID author = sealed.line().author().personRef();
        if (author != null) {
            asked.add(author);
        }
        if (sealed.line().format() >= Seal.BY_REFERENCE) {
            inDetails(sealed.line(), each -> {
                asked.add(UUID.fromString(each));
                return each;
            });
        }
    }

    private ReadLine read(SealedLine sealed, Names names) {
        Line line = sealed.line();
        String person = names.of(line.author().person(), line.author().personRef());
        return line.format() >= Seal.BY_REFERENCE
                ? inDetails(line, names::of).asRead(sealed, person)
                : new ReadLine(sealed, person, line.subject(), details(line.details()));
    }

    /** What a line says of people beside its author. */
    private record Told(@Nullable String subject, Map<String, Object> details) {

        ReadLine asRead(SealedLine sealed, String person) {
            return new ReadLine(sealed, person, subject, details);
        }
    }

    private Told inDetails(Line line, UnaryOperator<String> instead) {
        PeopleInDetails people = new PeopleInDetails(line.kind(), instead);
        Map<String, Object> details = details(line.details());
        return new Told(people.subject(line.subject(), details), people.of(details));
    }

    /** The details of one line; none where somebody changed them to what is no JSON. */
    public Map<String, Object> details(int format, String kind, String sealed) {
        Map<String, Object> details = details(sealed);
        if (format < Seal.BY_REFERENCE) {
            return details;
        }
        Set<UUID> asked = new HashSet<>();
        new PeopleInDetails(kind, each -> {
                    asked.add(UUID.fromString(each));
                    return each;
                })
                .of(details);
        return new PeopleInDetails(kind, new Names(references.logins(asked))::of).of(details);
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
