package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;

/**
 * Answer to a deployment as the engine's REST gives it, of a candidate. Camunda Modeler reads the id, which becomes part of a
 * link, and of the first process its id, which becomes part of an address as it is: no blanks in either.
 *
 * @param deployedProcessDefinitions by id; null when there is none, as the engine has it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ModelerDeployment(
        List<Link> links,
        String id,
        String name,
        String source,
        String deploymentTime,
        @Nullable String tenantId,
        @Nullable Map<String, Definition> deployedProcessDefinitions,
        @Nullable Map<String, Definition> deployedDecisionDefinitions) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    record Link(String method, String href, String rel) {}

    /** Process or table that was deployed. */
    record Definition(String id, String key, int version, String resource, String deploymentId) {}

    /**
     * @param files what was sent, as the product knows it
     * @param page the candidate's page
     */
    static ModelerDeployment of(Release candidate, List<ModelFile> files, String page, Instant now) {
        String id = id(candidate.number());
        return new ModelerDeployment(
                List.of(new Link("GET", page, "self")),
                id,
                id,
                "Camunda Modeler",
                TIME.format(now),
                null,
                definitions(candidate.number(), files, FileKind.PROCESS),
                definitions(candidate.number(), files, FileKind.DECISION));
    }

    /** What Camunda Modeler knows a candidate by. */
    static String id(int number) {
        return ModelerLinkRedirect.CANDIDATE + number;
    }

    private static @Nullable Map<String, Definition> definitions(int number, List<ModelFile> files, FileKind kind) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        for (ModelFile file : files) {
            if (file.kind() == kind) {
                String id = file.id() + ":" + id(number);
                definitions.put(id, new Definition(id, file.id(), number, file.name(), id(number)));
            }
        }
        return definitions.isEmpty() ? null : definitions;
    }
}
