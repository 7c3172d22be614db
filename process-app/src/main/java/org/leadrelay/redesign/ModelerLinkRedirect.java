package org.leadrelay.redesign;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Redirect of the link that Camunda Modeler shows after a deployment, which is made for Cockpit, to the candidate's page. */
@RestController
class ModelerLinkRedirect {

    static final String PATH = "/redesign/from-modeler";

    /** What Camunda Modeler knows a candidate by begins so. */
    static final String CANDIDATE = "candidate-";

    /** In the query, a JSON list with the id of the deployment. */
    private static final Pattern NUMBER = Pattern.compile("\"" + CANDIDATE + "(\\d{1,9})\"");

    @GetMapping({PATH, PATH + "/**"})
    ResponseEntity<Void> lead(
            HttpServletRequest request,
            @RequestParam(name = "deploymentsQuery", required = false) @Nullable String query) {
        Matcher candidate = NUMBER.matcher(query == null ? "" : query);
        String page = request.getContextPath() + "/redesign" + (candidate.find() ? "/" + candidate.group(1) : "");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
