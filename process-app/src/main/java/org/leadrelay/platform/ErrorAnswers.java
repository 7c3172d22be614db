package org.leadrelay.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Error controller for what the servlet container refuses before any controller is called: malformed addresses,
 * forbidden characters.
 */
@Controller
class ErrorAnswers implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final ProblemWriter problems;

    ErrorAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer given ? HttpStatus.resolve(given) : null;
        if (status == null) {
            problems.write(request, response, HttpStatus.NOT_FOUND, "Not found", "There is nothing here.");
        } else if (status.is5xxServerError()) {
            String id = UUID.randomUUID().toString();
            Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            LOG.error("Unexpected failure {}", id, failure instanceof Throwable thrown ? thrown : null);
            problems.write(request, response, Problems.unexpected(id));
        } else {
            problems.write(request, response, status, status.getReasonPhrase(), "The request cannot be answered.");
        }
    }
}
