package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

/** Files of leads, and the named mappings for them. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportsApi {

    private final Imports imports;
    private final Mappings mappings;
    private final CurrentPerson person;

    ImportsApi(Imports imports, Mappings mappings, CurrentPerson person) {
        this.imports = imports;
        this.mappings = mappings;
        this.person = person;
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Import a CSV file in the background",
            description =
                    "mapping: the name of a saved mapping. origin: who the records come from, the"
                        + " file's name by default. source: the channel where no column says it.")
    ResponseEntity<ImportProgress> start(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String source)
            throws IOException {
        ImportMapping used = named(mapping);
        UUID id = uploaded(file);
        ImportProgress started = imports.start(id, used, blankToNull(mapping), origin, source);
        return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(started);
    }

    @PostMapping(path = "/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Look at a file; start it with its importId, or let it be")
    ImportPreview preview(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping)
            throws IOException {
        ImportMapping used = named(mapping);
        return imports.preview(uploaded(file), used);
    }

    record StartBody(
            @Nullable ImportMapping columns,
            @Nullable String mapping,
            @Nullable String origin,
            @Nullable String source) {}

    @PostMapping("/imports/{id}/start")
    @Operation(summary = "Start a file that was looked at")
    ResponseEntity<ImportProgress> startDraft(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable StartBody body) {
        StartBody given = body == null ? new StartBody(null, null, null, null) : body;
        ImportMapping used = given.columns() == null ? named(given.mapping()) : given.columns();
        ImportProgress started =
                imports.start(
                        id, used, blankToNull(given.mapping()), given.origin(), given.source());
        return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(started);
    }

    @GetMapping("/imports")
    @Operation(summary = "Imports, newest first")
    Page<ImportProgress> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        LeadsApi.Paging.check(page, size);
        return imports.latest(page, size);
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "Where an import stands")
    ImportProgress one(@PathVariable UUID id) {
        return imports.progress(id);
    }

    @PostMapping("/imports/{id}/cancel")
    @Operation(summary = "Stop an import; the rows that it read stay")
    ImportProgress cancel(@PathVariable UUID id) {
        return imports.cancel(id);
    }

    @GetMapping("/imports/{id}/refused.csv")
    @Operation(summary = "The refused rows with line and reason, as CSV")
    void refused(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        imports.progress(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + id + ".csv\"");
        imports.refused(id, response.getOutputStream());
    }

    @GetMapping("/mappings")
    @Operation(summary = "Named mappings")
    Page<Mappings.Named> mappings() {
        person.get().mustHave(Mappings.WRITERS);
        return Page.ofAll(mappings.all());
    }

    @GetMapping("/mappings/{name}")
    Mappings.Named mapping(@PathVariable String name) {
        person.get().mustHave(Mappings.WRITERS);
        return mappings.find(name).orElseThrow(() -> unknown(name));
    }

    @PutMapping("/mappings/{name}")
    @Operation(summary = "Save a mapping under a name")
    Mappings.Named save(@PathVariable String name, @RequestBody ImportMapping mapping) {
        return mappings.save(name, mapping, person.get());
    }

    @DeleteMapping("/mappings/{name}")
    ResponseEntity<Void> delete(@PathVariable String name) {
        mappings.delete(name, person.get());
        return ResponseEntity.noContent().build();
    }

    private UUID uploaded(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return imports.upload(file.getOriginalFilename(), content);
        }
    }

    private @Nullable ImportMapping named(@Nullable String name) {
        String given = blankToNull(name);
        if (given == null) {
            return null;
        }
        return mappings.find(given)
                .map(Mappings.Named::mapping)
                .orElseThrow(
                        () ->
                                Invalid.field(
                                        "mapping",
                                        "There is no mapping '" + given + "'.",
                                        "Save it first, or leave it out."));
    }

    private static NotFound unknown(String name) {
        return new NotFound("There is no mapping '" + name + "'.");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
