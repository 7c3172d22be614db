package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reader of sealed lines: the one place where rows of {@code journey_log} become what a page shows and a projection folds. SQL
 * that compares a line's person with somebody reads {@code person} itself.
 */
@Component
public class LineReader {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final ObjectMapper json;

    LineReader(ObjectMapper json) {
        this.json = json;
    }

    /** A page of lines, in their order. */
    public List<ReadLine> read(Collection<SealedLine> lines) {
        return lines.stream()
                .map(each -> new ReadLine(
                        each,
                        each.line().person(),
                        each.line().subject(),
                        details(each.line().details())))
                .toList();
    }

    /** The details of one line; none where somebody changed them to what is no JSON. */
    public Map<String, Object> details(int format, String kind, String sealed) {
        return details(sealed);
    }

    private Map<String, Object> details(String sealed) {
        try {
            return parsed(sealed);
        } catch (IllegalArgumentException changed) {
            return Map.of();
        }
    }

    /** For rows that are read one after the other, without all columns of a line. */
    public Rows rows() {
        return new Rows();
    }

    /** Reader of rows with the columns {@code format}, {@code kind}, {@code person}, {@code person_ref} and {@code details}. */
    public final class Rows {

        private Rows() {}

        /** The login of who did it, {@code key:} and the id of an API key, or {@code system}. */
        public String person(ResultSet row) throws SQLException {
            return row.getString("person");
        }

        /**
         * @throws IllegalArgumentException when they are no JSON
         */
        public Map<String, Object> details(ResultSet row) throws SQLException {
            return parsed(row.getString("details"));
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
