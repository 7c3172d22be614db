package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.EngineRestErrors;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.platform.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The part of Camunda's REST that Camunda Modeler calls, but for {@link ModelerDeploymentApi deployments}. */
@RestController
class ModelerApi {

    private static final Wording WORDING = Wording.of(ModelerApi.class, "modeler");

    private final ReleasePages pages;
    private final EngineVersion engine;
    private final PublicAddress address;

    ModelerApi(ReleasePages pages, EngineVersion engine, PublicAddress address) {
        this.pages = pages;
        this.engine = engine;
        this.address = address;
    }

    /** The connection check, of which Modeler reads the status. Releases are told by {@code /api/releases}. */
    @GetMapping(EngineRestErrors.PATH + "/deployment")
    List<Object> deployments() {
        return List.of();
    }

    @GetMapping(EngineRestErrors.PATH + "/version")
    Map<String, String> version() {
        return Map.of("version", engine.version());
    }

    /** Modeler's Run: it deploys, and then starts what it deployed. */
    @PostMapping(EngineRestErrors.PATH + "/process-definition/{id}/start")
    ResponseEntity<Map<String, String>> start(HttpServletRequest request) {
        return ResponseEntity.badRequest()
                .body(Map.of(
                        "type",
                        "InvalidRequestException",
                        "message",
                        WORDING.text("notStarted", pages.candidate(request))));
    }

    @RequestMapping({EngineRestErrors.PATH, EngineRestErrors.PATH + "/**"})
    void nothingElse(HttpServletRequest request) {
        throw new NotFound(WORDING.text("notHere", request.getMethod(), request.getRequestURI()));
    }

    @RequestMapping({EngineRestErrors.OTHER_PATH, EngineRestErrors.OTHER_PATH + "/**"})
    void otherAddress(HttpServletRequest request) {
        throw new NotFound(WORDING.text("otherAddress", address.of(request) + EngineRestErrors.PATH));
    }

    /**
     * Where Modeler's link after a success leads.
     *
     * @param cockpitUrl Modeler adds {@code /repository?deploymentsQuery=} and the id that it was answered
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WebApps(
            @Nullable String adminUrl,
            String cockpitUrl,
            @Nullable String tasklistUrl) {}

    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    WebApps webApps(HttpServletRequest request) {
        return new WebApps(null, address.of(request) + ModelerLinkRedirect.PATH, null);
    }
}
