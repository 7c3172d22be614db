package org.leadrelay.ui.redesign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;

/** Files that come with the product, to be changed for a test. */
final class Shipped {

    private Shipped() {}

    static ModelFile model(String name) {
        return read("processes/", name, FileKind.PROCESS);
    }

    static ModelFile words(String name) {
        return read("processes/", name, FileKind.WORDS);
    }

    static ModelFile table(String name) {
        return read("decisions/", name, FileKind.DECISION);
    }

    private static ModelFile read(String folder, String name, FileKind kind) {
        try (InputStream file = Shipped.class.getResourceAsStream("/" + folder + name)) {
            return new ModelFile(
                    name.substring(0, name.lastIndexOf('.')),
                    kind,
                    name,
                    Objects.requireNonNull(file, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFile with(ModelFile file, String before, String after) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(file.name() + " does not hold " + before);
        }
        return new ModelFile(
                file.id(), file.kind(), file.name(), text.replace(before, after).getBytes(StandardCharsets.UTF_8));
    }
}
