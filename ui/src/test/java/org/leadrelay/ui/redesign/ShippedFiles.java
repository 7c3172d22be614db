package org.leadrelay.ui.redesign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The models as they come with the product, to be changed by tests. */
final class ShippedFiles {

    static final String FOLLOW_UP = "lead-follow-up.bpmn";
    static final String FOLLOW_UP_WORDS = "lead-follow-up_de.properties";
    static final String SKILLS = "hand-off-skills.dmn";

    private ShippedFiles() {}

    static String text(String name) {
        String folder = name.endsWith(".dmn") ? "/decisions/" : "/processes/";
        try (InputStream file = ShippedFiles.class.getResourceAsStream(folder + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with one passage written otherwise; it must be there. */
    static String with(String name, String before, String after) {
        String text = text(name);
        if (!text.contains(before)) {
            throw new AssertionError(name + " does not say " + before);
        }
        return text.replace(before, after);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
