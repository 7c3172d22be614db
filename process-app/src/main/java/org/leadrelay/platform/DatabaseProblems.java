package org.leadrelay.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Translation of database errors that the input caused, such as a value out of range, told apart from our own
 * faults.
 */
final class DatabaseProblems {

    private static final String AGAIN = "Somebody else changed this at the same moment. Load it again and repeat.";

    /** Two wrote the same new thing at the same moment. */
    private static final String UNIQUE = "23505";

    private DatabaseProblems() {}

    /** Null when the sender cannot help it. */
    static @Nullable ProblemDetail of(DataAccessException failure) {
        if (failure instanceof ConcurrencyFailureException) {
            return Problems.of(HttpStatus.CONFLICT, "Conflict", AGAIN);
        }
        String state = sqlState(failure);
        if (state.equals(UNIQUE)) {
            return Problems.of(HttpStatus.CONFLICT, "Conflict", AGAIN);
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "22" ->
                Problems.of(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "Invalid input",
                        "A value holds a character, a length or a number that cannot be stored.");
            case "40" -> Problems.of(HttpStatus.CONFLICT, "Conflict", AGAIN);
            default -> null;
        };
    }

    /** Its first two characters are its class. */
    private static String sqlState(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
