package org.leadrelay.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What the database refuses because of what was sent, told apart from what is our own fault. */
final class DatabaseProblems {

    private static final String AGAIN =
            "Somebody else changed this at the same moment. Load it again and repeat.";

    private DatabaseProblems() {}

    /** Null when the sender cannot help it. */
    static @Nullable ProblemDetail of(DataAccessException failure) {
        if (failure instanceof ConcurrencyFailureException) {
            return Problems.of(HttpStatus.CONFLICT, "Conflict", AGAIN);
        }
        return switch (sqlState(failure)) {
            case "22" ->
                    Problems.of(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "Invalid input",
                            "A value holds a character, a length or a number that cannot be stored.");
            case "40" -> Problems.of(HttpStatus.CONFLICT, "Conflict", AGAIN);
            default -> null;
        };
    }

    /** The class of SQL states: its first two characters. */
    private static String sqlState(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().substring(0, 2);
            }
        }
        return "";
    }
}
