package org.leadrelay.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints that deliver one log as it was sealed. */
@RestController
@RequestMapping("/api/audit/leads/{id}")
@Tag(name = "Audit")
class JourneyExportsApi {

    private final JourneyExports exports;

    JourneyExportsApi(JourneyExports exports) {
        this.exports = exports;
    }

    @GetMapping("/journey.jsonl")
    @Operation(summary = "A lead's log as JSON Lines, each line as it was sealed")
    void lines(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        exports.lines(id, lines);
        send(response, "application/jsonl", "journey-" + id + ".jsonl", lines);
    }

    @GetMapping("/journey.zip")
    @Operation(summary = "The same with the program that verifies it")
    void zip(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        exports.zip(id, zip);
        send(response, "application/zip", "journey-" + id + ".zip", zip);
    }

    private static void send(HttpServletResponse response, String type, String file, ByteArrayOutputStream content)
            throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        content.writeTo(response.getOutputStream());
    }
}
