package org.leadrelay.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.leadrelay.platform.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Request rejection handler: what Spring Security's HTTP firewall rejects, as problem+json; also where Tomcat
 * did so before.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

    private final ProblemWriter problems;

    RejectedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejection)
            throws IOException {
        Object before = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = before instanceof Integer code ? HttpStatus.resolve(code) : null;
        HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
        problems.write(
                request,
                response,
                status,
                status.getReasonPhrase(),
                "This address, method or header is not taken. Write the address without double"
                        + " slashes, semicolons and encoded signs.");
    }
}
