package org.leadrelay.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Imports files and undoes them by hand, as whoever acts in the test. */
@TestComponent
public class ImportDriver {

    private final Imports imports;
    private final ImportUndos undos;
    private final ImportRunner runner;

    ImportDriver(Imports imports, ImportUndos undos, ImportRunner runner) {
        this.imports = imports;
        this.undos = undos;
        this.runner = runner;
    }

    /** Uploaded, and not started. */
    public UUID draft(String file) {
        return imports.upload("leads.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    /** From the first row to the last. */
    public UUID run(String file, String origin) {
        UUID id = draft(file);
        imports.start(id, null, null, origin, null);
        runner.runAll();
        return id;
    }

    public void undo(UUID importId) {
        undos.ask(importId);
        runner.runAll();
    }
}
