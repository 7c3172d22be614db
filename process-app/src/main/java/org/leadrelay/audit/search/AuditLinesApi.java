package org.leadrelay.audit.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint of the search over the journey log. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit", description = "The journey log searched and verified")
class AuditLinesApi {

    private final LineSearch search;
    private final ReadingLog readings;

    AuditLinesApi(LineSearch search, ReadingLog readings) {
        this.search = search;
        this.readings = readings;
    }

    @GetMapping("/lines")
    @Operation(summary = "Lines of the journey log over all leads, newest first")
    FoundLines lines(@ParameterObject @ModelAttribute LineQuery asked, Locale locale) {
        FoundLines found = search.find(asked, locale);
        UUID lead = asked.lead();
        if (lead == null) {
            readings.list("lines", Way.REST, null);
        } else {
            readings.journey(lead, Way.REST);
        }
        return found;
    }

    @GetMapping("/operations")
    @Operation(summary = "What was done that is no lead's: logins, people, roles, charter, imports, models")
    FoundLines operations(@ParameterObject @ModelAttribute OperationQuery asked, Locale locale) {
        return search.operations(asked, locale);
    }

    @GetMapping("/readings")
    @Operation(summary = "Who read or exported what; of one lead with its id")
    FoundLines readings(
            @RequestParam(required = false) @Nullable UUID lead,
            @ParameterObject @ModelAttribute OperationQuery asked,
            Locale locale) {
        return search.readings(lead == null ? asked : OperationQuery.readings(lead.toString(), asked), locale);
    }
}
