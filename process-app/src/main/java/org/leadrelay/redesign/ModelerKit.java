package org.leadrelay.redesign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Download for process owners: the models in force with their words and tables, element templates where Camunda Modeler finds
 * them, and a guide in each language. Unpacked and opened in Modeler, it is all that one needs to begin.
 */
@Service
public class ModelerKit {

    private static final List<String> GUIDES = List.of("README.md", "LIESMICH.md");

    private final Releases releases;
    private final OfferedChoices offered;
    private final Clock clock;

    ModelerKit(Releases releases, OfferedChoices offered, Clock clock) {
        this.releases = releases;
        this.offered = offered;
        this.clock = clock;
    }

    /** A file to be saved by this name. */
    public record Kit(String fileName, byte[] zip) {}

    /**
     * Of the release in force.
     *
     * @param locale in which templates describe themselves
     * @param address by which people reach the product
     */
    public Kit make(Locale locale, String address) {
        int release = releases.current().release();
        List<ModelFile> files =
                releases.files(release).stream().map(ReleaseFile::file).toList();
        String folder = "lead-relay-release-" + release;
        return new Kit(folder + ".zip", zip(folder + "/", content(release, files, locale, address)));
    }

    private SortedMap<String, byte[]> content(int release, List<ModelFile> files, Locale locale, String address) {
        SortedMap<String, byte[]> content = new TreeMap<>();
        GUIDES.forEach(each -> content.put(each, guide(each, release, address)));
        Set<String> tables = files.stream()
                .filter(each -> each.kind() == FileKind.DECISION)
                .map(ModelFile::id)
                .collect(Collectors.toSet());
        files.forEach(each -> content.put(folder(each, tables) + each.name(), each.content()));
        ElementTemplates.files(offered.read(files, locale), locale)
                .forEach((name, json) ->
                        content.put(ElementTemplates.FOLDER + name, json.getBytes(StandardCharsets.UTF_8)));
        return content;
    }

    /** Words lie beside what they are of. */
    private static String folder(ModelFile file, Set<String> tables) {
        return tables.contains(file.id().replaceFirst("_[a-z]{2}$", "")) ? "decisions/" : "processes/";
    }

    private static byte[] guide(String name, int release, String address) {
        try {
            return new ClassPathResource("kit/" + name, ModelerKit.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("{release}", String.valueOf(release))
                    .replace("{address}", address)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the guide cannot be read", e);
        }
    }

    private byte[] zip(String folder, SortedMap<String, byte[]> content) {
        Instant now = clock.instant();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : content.entrySet()) {
                ZipEntry entry = new ZipEntry(folder + each.getKey());
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kit cannot be packed", e);
        }
        return bytes.toByteArray();
    }
}
