package org.leadrelay.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid.Violation;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Factory of the problem details that no feature gives itself. */
final class Problems {

    static final String FORBIDDEN = "Your role does not allow this.";
    static final String UNAUTHORIZED =
            "Log in with HTTP Basic, or send an API key as 'Authorization: Bearer lr_...' or" + " 'X-API-Key'.";
    static final String UNAUTHORIZED_MODELER =
            "Log in with HTTP Basic: your login, and your password or a personal token of yours.";
    static final String CHALLENGE = "Basic realm=\"Lead Relay\", charset=\"UTF-8\"";

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String title, String detail) {
        return of(status, title, detail, Map.of());
    }

    static ProblemDetail of(HttpStatusCode status, String title, String detail, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        properties.forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail unexpected(String id) {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Unexpected failure",
                "Something failed that should not. Give the id to the administrator.",
                Map.of("id", id));
    }

    static ProblemDetail missing(String name) {
        return ofField(name, isMissing(name));
    }

    static String isMissing(String name) {
        return "'" + name + "' is missing. Send it.";
    }

    static ProblemDetail wrongType(String name, @Nullable Class<?> required) {
        return ofField(name, notOfType(name, required));
    }

    static String notOfType(String name, @Nullable Class<?> required) {
        return "'" + name + "' is not " + expected(required) + ".";
    }

    static ProblemDetail ofField(String name, String message) {
        return of(
                HttpStatus.BAD_REQUEST,
                "Invalid input",
                message,
                Map.of("field", name, "errors", List.of(new Violation(name, message))));
    }

    static Violation violation(MessageSourceResolvable error) {
        if (!(error instanceof FieldError fieldError)) {
            return new Violation("body", text(error));
        }
        String field = fieldError.getField();
        return fieldError.contains(TypeMismatchException.class)
                ? new Violation(
                        field,
                        notOfType(
                                field,
                                fieldError.unwrap(TypeMismatchException.class).getRequiredType()))
                : new Violation(field, text(error));
    }

    static Stream<Violation> violations(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getAllErrors().stream().map(Problems::violation);
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(each -> new Violation(name, text(each)));
    }

    /** A type as the sender of a request would call it. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the expected kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "UUID" -> "an id such as 123e4567-e89b-12d3-a456-426614174000";
            case "Instant", "OffsetDateTime" -> "an instant such as 2026-03-27T16:30:00Z";
            case "LocalDate" -> "a date such as 2026-03-27";
            case "Duration" -> "a duration such as PT4H";
            case "String" -> "text";
            default -> "an object";
        };
    }

    private static String text(MessageSourceResolvable error) {
        String text = error.getDefaultMessage();
        return text == null ? "cannot be taken" : text;
    }
}
