package org.leadrelay.redesign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint that delivers the Modeler kit. */
@RestController
@Tag(name = "Releases")
class ModelerKitApi {

    private final ModelerKit kit;
    private final PublicAddress address;

    ModelerKitApi(ModelerKit kit, PublicAddress address) {
        this.kit = kit;
        this.address = address;
    }

    @GetMapping(value = "/api/redesign/kit", produces = "application/zip")
    @Operation(summary = "Models in force, tables, words, element templates and a guide for Camunda Modeler")
    ResponseEntity<byte[]> kit(HttpServletRequest request) {
        ModelerKit.Kit made = kit.make(Wording.language(), address.of(request));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.fileName() + "\"")
                .body(made.zip());
    }
}
