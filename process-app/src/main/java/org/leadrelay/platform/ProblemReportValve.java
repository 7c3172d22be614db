package org.leadrelay.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Tomcat's error page as problem+json, for what never reaches the product: a request line that
 * cannot be read, a head that is too large, TRACE. It names neither the server nor a stack trace.
 * Tomcat makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code);
        String title = status == null ? "Refused" : status.getReasonPhrase();
        String detail = "The request cannot be read or is not taken. Send it as HTTP/1.1 has it.";
        if (code == 500) {
            String id = UUID.randomUUID().toString();
            LOG.error("Unexpected failure {}", id, failure);
            detail = "Something failed that should not. Give the id " + id + " to the administrator.";
        }
        try {
            SecurityHeaders.write(response.getResponse(), request.isSecure());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
                """.formatted(title, code, detail).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nobody is there to read the refusal", gone);
        }
    }
}
