package org.leadrelay.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Writer of problem+json for filters, which stand before everything that would turn an exception into it. */
@Component
public class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Answers a refusal; leaves an answer that has begun alone. */
    public void write(HttpServletResponse response, HttpStatus status, String title, String detail) throws IOException {
        write(response, Problems.of(status, title, detail));
    }

    /** Answers with 429, and says when the next try is taken. */
    public void write(HttpServletResponse response, TooManyRequests refusal) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        write(
                response,
                Problems.of(HttpStatus.TOO_MANY_REQUESTS, refusal.title(), refusal.detail(), refusal.properties()));
    }

    /** Asks for a login, and says which kinds there are. */
    public void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Problems.CHALLENGE);
        write(response, HttpStatus.UNAUTHORIZED, "Not logged in", Problems.UNAUTHORIZED);
    }

    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
