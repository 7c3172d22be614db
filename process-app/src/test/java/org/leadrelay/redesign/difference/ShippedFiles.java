package org.leadrelay.redesign.difference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;

/** The models, tables and words that come with the product, to be changed for a test. */
record ShippedFiles(List<ModelFile> files) {

    private static final List<String> PATHS = List.of(
            "processes/lead-journey.bpmn",
            "processes/lead-follow-up.bpmn",
            "processes/lead-nurture.bpmn",
            "processes/lead-journey_de.properties",
            "processes/lead-follow-up_de.properties",
            "processes/lead-nurture_de.properties",
            "decisions/lead-fit.dmn",
            "decisions/lead-maturity.dmn",
            "decisions/lead-matrix.dmn",
            "decisions/hand-off-skills.dmn",
            "decisions/nurture-track.dmn",
            "decisions/recycling.dmn",
            "decisions/opening-play.dmn",
            "decisions/opening-play_en.properties",
            "decisions/opening-play_de.properties",
            "decisions/lead-matrix_de.properties",
            "decisions/lead-maturity_de.properties",
            "decisions/lead-fit_de.properties",
            "decisions/hand-off-skills_de.properties",
            "decisions/nurture-track_de.properties",
            "decisions/recycling_de.properties");

    ShippedFiles {
        files = List.copyOf(files);
    }

    static ShippedFiles all() {
        return new ShippedFiles(PATHS.stream().map(ShippedFiles::read).toList());
    }

    static ShippedFiles only(String name) {
        return new ShippedFiles(
                all().files.stream().filter(each -> each.name().equals(name)).toList());
    }

    private static ModelFile read(String path) {
        try (InputStream file = ShippedFiles.class.getResourceAsStream("/" + path)) {
            String name = path.substring(path.indexOf('/') + 1);
            return file(name, Objects.requireNonNull(file, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFile file(String name, byte[] content) {
        int dot = name.lastIndexOf('.');
        FileKind kind =
                name.endsWith(".bpmn") ? FileKind.PROCESS : name.endsWith(".dmn") ? FileKind.DECISION : FileKind.WORDS;
        return new ModelFile(name.substring(0, dot), kind, name, content);
    }

    String text(String name) {
        return new String(file(name).content(), StandardCharsets.UTF_8);
    }

    private ModelFile file(String name) {
        return files.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The same with one file changed; what is to be replaced has to be there. */
    ShippedFiles with(String name, String before, String after) {
        String text = text(name);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(name + " does not hold " + before);
        }
        return withText(name, text.replace(before, after));
    }

    ShippedFiles withText(String name, String text) {
        List<ModelFile> changed = new ArrayList<>();
        for (ModelFile each : files) {
            changed.add(each.name().equals(name) ? file(name, text.getBytes(StandardCharsets.UTF_8)) : each);
        }
        return new ShippedFiles(changed);
    }

    ShippedFiles without(String name) {
        return new ShippedFiles(
                files.stream().filter(each -> !each.name().equals(name)).toList());
    }
}
