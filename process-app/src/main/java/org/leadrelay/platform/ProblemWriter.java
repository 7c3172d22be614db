package org.leadrelay.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Writer of problem+json for filters, which stand before everything that would turn an exception into it; under the address
 * of Camunda's REST of {@link EngineRestErrors}.
 */
@Component
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers a refusal; leaves an answer that has begun alone. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        write(request, response, Problems.of(status, title, detail));
    }

    /** Answers with 429, and says when the next try is taken. */
    public void write(HttpServletRequest request, HttpServletResponse response, TooManyRequests refusal)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        write(
                request,
                response,
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, refusal.title(), refusal.detail(), refusal.properties()));
    }

    /** Asks for a login, and says which kinds there are. */
    public void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Problems.CHALLENGE);
        String how = EngineRestErrors.isAsked(request) ? Problems.UNAUTHORIZED_MODELER : Problems.UNAUTHORIZED;
        write(request, response, HttpStatus.UNAUTHORIZED, "Not logged in", how);
    }

    void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean engineRest = EngineRestErrors.isAsked(request);
        response.setStatus(problem.getStatus());
        response.setContentType(
                engineRest ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), engineRest ? EngineRestErrors.refusal(problem) : problem);
    }
}
