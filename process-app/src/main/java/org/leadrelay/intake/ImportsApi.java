package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
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

/** REST endpoints for imports of files, and for named mappings. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportsApi {

    private final Imports imports;
    private final Mappings mappings;
    private final CurrentPerson person;
    private final MappingJson bodies;

    ImportsApi(Imports imports, Mappings mappings, CurrentPerson person, MappingJson bodies) {
        this.imports = imports;
        this.mappings = mappings;
        this.person = person;
        this.bodies = bodies;
    }

    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Import a CSV file in the background",
            description = "mapping: the name of a saved mapping. columns: a mapping as JSON, or a list of"
                    + " its columns, over the saved one. origin: who the records come from, the"
                    + " file's name by default. source: the channel where no column says it."
                    + " encoding, decimal (comma or point), dateOrder (day or month): what the"
                    + " file leaves open. asOf: when the file was true. confirm=proposed takes"
                    + " what is proposed for open questions; without their answers the import"
                    + " does not run and 422 lists them.")
    ResponseEntity<ImportProgress> start(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestParam(required = false) @Nullable String dateOrder,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String confirm)
            throws IOException {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        ImportMapping used = said(mapping, bodies.mapping(columns), encoding, decimal, dateOrder);
        ImportStart start =
                new ImportStart(used, blankToNull(mapping), origin, source, moment(asOf), confirms(confirm));
        UUID id = uploaded(file, encoding);
        ImportProgress started = imports.start(id, start);
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(started);
    }

    @PostMapping(path = "/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Look at a file; start it with its importId, or let it be")
    ImportPreview preview(
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestParam(required = false) @Nullable String dateOrder)
            throws IOException {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        ImportMapping used = said(mapping, bodies.mapping(columns), encoding, decimal, dateOrder);
        return imports.preview(uploaded(file, encoding), used);
    }

    record StartBody(
            @Nullable ImportMapping columns,
            @Nullable String mapping,
            @Nullable String origin,
            @Nullable String source,
            @Nullable String encoding,
            @Nullable String decimal,
            @Nullable String dateOrder,
            @Nullable String asOf,
            @Nullable String confirm) {

        static final StartBody EMPTY = new StartBody(null, null, null, null, null, null, null, null, null);
    }

    @PostMapping("/imports/{id}/start")
    @Operation(summary = "Start a file that was looked at")
    ResponseEntity<ImportProgress> startDraft(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable StartBody body) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        StartBody given = body == null ? StartBody.EMPTY : body;
        ImportMapping used =
                said(given.mapping(), given.columns(), given.encoding(), given.decimal(), given.dateOrder());
        ImportStart start = new ImportStart(
                used,
                blankToNull(given.mapping()),
                given.origin(),
                given.source(),
                moment(given.asOf()),
                confirms(given.confirm()));
        String encoding = blankToNull(given.encoding());
        if (encoding != null) {
            imports.readAs(id, encoding);
        }
        ImportProgress started = imports.start(id, start);
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(started);
    }

    @GetMapping("/imports")
    @Operation(summary = "Imports, newest first")
    Page<ImportProgress> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
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

    @GetMapping("/mappings")
    @Operation(summary = "Named mappings")
    Page<Mappings.Named> mappings() {
        person.get().mustHave(Permission.BRING_IN_LEADS);
        return Page.ofAll(mappings.all());
    }

    @GetMapping("/mappings/{name}")
    Mappings.Named mapping(@PathVariable String name) {
        person.get().mustHave(Permission.BRING_IN_LEADS);
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

    private UUID uploaded(MultipartFile file, @Nullable String encoding) throws IOException {
        String given = blankToNull(encoding);
        if (given != null) {
            Charset unused = ImportAnswerCheck.encoding(given);
        }
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.upload(file.getOriginalFilename(), content);
            if (given != null) {
                imports.readAs(id, given);
            }
            return id;
        }
    }

    /** The saved mapping, and over it what the request itself says. */
    private ImportMapping said(
            @Nullable String mapping,
            @Nullable ImportMapping columns,
            @Nullable String encoding,
            @Nullable String decimal,
            @Nullable String dateOrder) {
        ImportMapping saved = named(mapping);
        ImportMapping answers = new ImportMapping(
                List.of(), null, null, null, blankToNull(encoding), blankToNull(decimal), blankToNull(dateOrder));
        return (saved == null ? ImportMapping.byNames() : saved)
                .under(columns == null ? ImportMapping.byNames() : columns)
                .under(answers);
    }

    private static @Nullable Instant moment(@Nullable String asOf) {
        String given = blankToNull(asOf);
        return given == null ? null : ImportAnswerCheck.asOf(given);
    }

    private static boolean confirms(@Nullable String confirm) {
        String given = blankToNull(confirm);
        if (given != null && !given.equals("proposed")) {
            throw Invalid.field("confirm", "'" + given + "' cannot be confirmed.", "Write proposed.");
        }
        return given != null;
    }

    private @Nullable ImportMapping named(@Nullable String name) {
        String given = blankToNull(name);
        if (given == null) {
            return null;
        }
        return mappings.find(given)
                .map(Mappings.Named::mapping)
                .orElseThrow(() -> Invalid.field(
                        "mapping", "There is no mapping '" + given + "'.", "Save it first, or leave it out."));
    }

    private static NotFound unknown(String name) {
        return new NotFound("There is no mapping '" + name + "'.");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
