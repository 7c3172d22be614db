package org.leadrelay.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Exception handler of REST: turns every failure of a request into problem+json that says what was wrong, where,
 * and what to do. What nobody foresaw is answered with an id, and told in full under that id in the log only.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Map<Class<? extends ProductException>, HttpStatus> STATUS = Map.of(
            NotFound.class, HttpStatus.NOT_FOUND,
            Invalid.class, HttpStatus.UNPROCESSABLE_ENTITY,
            Conflict.class, HttpStatus.CONFLICT,
            Forbidden.class, HttpStatus.FORBIDDEN,
            TooLarge.class, HttpStatus.PAYLOAD_TOO_LARGE);

    @ExceptionHandler(ProductException.class)
    ResponseEntity<Object> refused(ProductException refusal) {
        HttpStatus status = STATUS.getOrDefault(refusal.getClass(), HttpStatus.CONFLICT);
        return answer(Problems.of(status, refusal.title(), refusal.detail(), refusal.properties()));
    }

    @ExceptionHandler(TooManyRequests.class)
    ResponseEntity<Object> tooMany(TooManyRequests refusal) {
        HttpHeaders headers = problemJson(new HttpHeaders());
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        return new ResponseEntity<>(
                Problems.of(status, refusal.title(), refusal.detail(), refusal.properties()), headers, status);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Object> denied(AccessDeniedException denial) {
        return answer(Problems.of(HttpStatus.FORBIDDEN, "Not allowed", Problems.FORBIDDEN));
    }

    @ExceptionHandler(AuthenticationException.class)
    ResponseEntity<Object> unknown(AuthenticationException failure) {
        return answer(Problems.of(HttpStatus.UNAUTHORIZED, "Not logged in", Problems.UNAUTHORIZED));
    }

    /** A form or a file whose parts cannot be told apart, or that broke off on its way. */
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Object> brokenParts(MultipartException failure) {
        TooLarge tooLarge = tooLargeWithin(failure);
        return tooLarge == null
                ? answer(Problems.ofField(
                        "body",
                        "The parts of the body cannot be read. Send it again as"
                                + " multipart/form-data with its boundary."))
                : refused(tooLarge);
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<Object> notStored(DataAccessException failure, WebRequest request) {
        ProblemDetail problem = DatabaseProblems.of(failure);
        return problem == null ? unexpected(failure, request) : answer(problem);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        TooLarge tooLarge = tooLargeWithin(failure);
        if (tooLarge != null) {
            return refused(tooLarge);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {} at {}", id, path(request), failure);
        return answer(Problems.unexpected(id));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        TooLarge tooLarge = tooLargeWithin(ex);
        return tooLarge == null ? answer(JsonProblems.of(ex)) : refused(tooLarge);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = ex.getBindingResult().getAllErrors().stream()
                .map(Problems::violation)
                .toList();
        return refused(Invalid.of(violations));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = ex.getParameterValidationResults().stream()
                .flatMap(Problems::violations)
                .toList();
        return violations.isEmpty()
                ? answer(Problems.of(status, "Invalid input", "A parameter cannot be taken."))
                : refused(Invalid.of(violations));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = ex instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(ex.getPropertyName());
        return ex instanceof MethodArgumentTypeMismatchException argument
                        && argument.getParameter().hasParameterAnnotation(RequestParam.class)
                ? refused(Invalid.field(field, Problems.notOfType(field, ex.getRequiredType())))
                : answer(Problems.wrongType(field, ex.getRequiredType()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refused(Invalid.field(ex.getParameterName(), Problems.isMissing(ex.getParameterName())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problems.missing(ex.getRequestPartName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(new TooLarge("The file is larger than this product takes."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(new NotFound("There is nothing at " + path(request) + "."));
    }

    /** Everything that Spring itself refuses passes here. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return unexpected(ex, request);
        }
        return super.handleExceptionInternal(ex, body, problemJson(headers), status, request);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        HttpHeaders headers = problemJson(new HttpHeaders());
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, Problems.CHALLENGE);
        }
        return new ResponseEntity<>(problem, headers, problem.getStatus());
    }

    private static HttpHeaders problemJson(HttpHeaders given) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(given);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return headers;
    }

    private static @Nullable TooLarge tooLargeWithin(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof TooLarge tooLarge) {
                return tooLarge;
            }
        }
        return null;
    }

    private static String path(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : request.getDescription(false);
    }
}
