package org.leadrelay.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.CharConversionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** JSON error locations: line and column where a body cannot be read, the field where it is of the wrong type. */
final class JsonProblems {

    private static final String TITLE = "The body cannot be read";

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private JsonProblems() {}

    static ProblemDetail of(HttpMessageNotReadableException failure) {
        for (Throwable each = failure.getCause(); each != null; each = each.getCause()) {
            if (each instanceof StreamConstraintsException) {
                return at(each, "The JSON is nested too deep, or a value in it is too long.");
            }
            if (each instanceof CharConversionException) {
                return bad("The body is not UTF-8. Send it as UTF-8.");
            }
            String twice = sentTwice(each);
            if (twice != null) {
                return at(each, twice, "'" + twice + "' stands twice in one object. Send it once.");
            }
            if (each instanceof JsonMappingException mapping && !path(mapping).isEmpty()) {
                return field(mapping);
            }
            if (each instanceof JsonProcessingException syntax) {
                return at(syntax, syntaxMessage(syntax));
            }
        }
        return bad("The body is missing or is not JSON.");
    }

    private static ProblemDetail field(JsonMappingException failure) {
        String path = path(failure);
        if (failure instanceof UnrecognizedPropertyException) {
            return Problems.ofField(path, "'" + path + "' is not known here. Leave it out.");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return Problems.wrongType(path, mismatch.getTargetType());
        }
        if (failure.getCause() instanceof JsonProcessingException syntax) {
            return at(syntax, syntaxMessage(syntax));
        }
        return Problems.ofField(path, "'" + path + "' cannot be read.");
    }

    private static String syntaxMessage(JsonProcessingException failure) {
        String words = String.valueOf(failure.getOriginalMessage());
        if (words.contains("UTF-8")) {
            return "The body is not UTF-8. Send it as UTF-8.";
        }
        if (words.startsWith("Trailing token")) {
            return "The body holds more than one JSON document. Send one document a request;"
                    + " where several can be taken at once, as an array.";
        }
        return failure instanceof MismatchedInputException
                ? "The JSON is not of the expected shape."
                : "The body is not well-formed JSON.";
    }

    /** The name that stands twice in one object, when that is what is wrong. */
    private static @Nullable String sentTwice(Throwable failure) {
        if (!(failure instanceof JsonProcessingException json)) {
            return null;
        }
        Matcher twice = TWICE.matcher(String.valueOf(json.getOriginalMessage()));
        return twice.lookingAt() ? twice.group(1) : null;
    }

    private static ProblemDetail at(Throwable failure, String message) {
        return at(failure, "body", message);
    }

    private static ProblemDetail at(Throwable failure, String field, String message) {
        JsonLocation where = failure instanceof JsonProcessingException json ? json.getLocation() : null;
        return where == null
                ? bad(field, message, Map.of())
                : bad(
                        field,
                        message + " See line " + where.getLineNr() + ", column " + where.getColumnNr() + ".",
                        Map.of("line", where.getLineNr(), "column", where.getColumnNr()));
    }

    private static ProblemDetail bad(String message) {
        return bad("body", message, Map.of());
    }

    private static ProblemDetail bad(String field, String message, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("field", field);
        properties.put("errors", List.of(new Invalid.Violation(field, message)));
        return Problems.of(HttpStatus.BAD_REQUEST, TITLE, message, properties);
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : failure.getPath()) {
            @Nullable String name = each.getFieldName();
            if (name == null) {
                path.append('[').append(each.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
