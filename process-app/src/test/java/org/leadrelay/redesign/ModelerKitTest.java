package org.leadrelay.redesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.SurroundingsReader;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@OwnDatabase
class ModelerKitTest {

    private static final Path PROCESS_OWNERS_FOLDER = Path.of("..", "bpmn");

    @Autowired
    ModelerKit kit;

    @Autowired
    Releases releases;

    @Autowired
    SurroundingsReader surroundings;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void aProcessOwner() {
        cast.person("petra", Roles.PROCESS_OWNER);
        cast.actingAs("petra");
    }

    @Test
    void it_holds_the_files_of_the_release_in_force_as_they_are_and_a_guide_in_each_language() throws IOException {
        // given
        List<ReleaseFile> inForce = releases.files(releases.current().release());

        // when
        SortedMap<String, byte[]> files = unpacked(Locale.ENGLISH);

        // then
        assertThat(inForce)
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(files.values())
                        .anySatisfy(content ->
                                assertThat(content).isEqualTo(each.file().content())));
        assertThat(files)
                .containsKeys(
                        "processes/lead-journey.bpmn",
                        "processes/lead-journey_de.properties",
                        "decisions/lead-fit.dmn");
        for (String guide : List.of("README.md", "LIESMICH.md")) {
            assertThat(new String(files.get(guide), UTF_8))
                    .contains("https://relay.example/engine-rest", "https://relay.example/tokens")
                    .doesNotContain("{address}", "{release}");
        }
    }

    /** Modeler reads them from there in development; whether it can is tested in {@code bpmn/lint/test}. */
    @Test
    void the_templates_in_the_process_owners_folder_are_those_of_the_kit() throws IOException {
        // given
        SortedMap<String, String> made = templates(Locale.ENGLISH);
        Path written = Path.of("target", "element-templates");
        Files.createDirectories(written);
        for (Map.Entry<String, String> each : made.entrySet()) {
            Files.writeString(written.resolve(each.getKey()), each.getValue());
        }

        // then
        SortedMap<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(PROCESS_OWNERS_FOLDER.resolve(ElementTemplates.FOLDER))) {
            for (Path each : files.toList()) {
                kept.put(each.getFileName().toString(), Files.readString(each));
            }
        }
        assertThat(kept)
                .as("bpmn/%s; copy what is in process-app/%s", ElementTemplates.FOLDER, written)
                .isEqualTo(made);
    }

    @Test
    void every_step_and_message_has_a_template_with_words_in_both_languages() throws IOException {
        Wording words = Wording.of(ElementTemplates.class, "templates");
        List<String> keys = new ArrayList<>();
        surroundings.read().steps().keySet().forEach(each -> keys.add("step." + each));
        surroundings.read().vocabulary().messages().forEach(each -> keys.add("message." + each));

        assertThat(keys).hasSizeGreaterThan(12);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(keys)
                    .allSatisfy(key -> assertThat(words.find(locale, key + ".what"))
                            .as(key)
                            .isPresent());
            assertThat(ids(templates(locale)))
                    .containsAll(keys.stream()
                            .map(key -> "org.leadrelay." + key.replaceFirst("^step\\.", ""))
                            .toList());
        }
        assertThat(templates(Locale.GERMAN).get("steps.json")).contains("Fakten sammeln");
    }

    @Test
    void a_template_offers_what_the_models_in_force_and_the_charter_have() throws IOException {
        SortedMap<String, String> templates = templates(Locale.ENGLISH);

        assertThat(templates.get("promised-task.json")).contains("${due.answerHandOff}", "\"arbiter\"", "${repId}");
        assertThat(templates.get("table.json")).contains("lead-fit", "recycling", "hand-off-skills");
        assertThat(templates.get("call.json"))
                .contains("lead-nurture", "lead-follow-up")
                .doesNotContain("lead-journey");
        assertThat(templates.get("message.json")).contains("rep.capacityFreed");
    }

    @Test
    void whoever_reads_the_process_downloads_it() throws Exception {
        cast.person("rita", Roles.SALES_REP);

        mvc.perform(get("/api/redesign/kit").with(httpBasic("rita", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/zip"))
                .andExpect(header().string(
                                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lead-relay-release-1.zip\""));
        mvc.perform(get("/api/redesign/kit").with(anonymous()).accept(MediaType.ALL))
                .andExpect(status().isUnauthorized());
    }

    private SortedMap<String, String> templates(Locale locale) throws IOException {
        return unpacked(locale).entrySet().stream()
                .filter(each -> each.getKey().startsWith(ElementTemplates.FOLDER))
                .collect(Collectors.toMap(
                        each -> each.getKey().substring(ElementTemplates.FOLDER.length()),
                        each -> new String(each.getValue(), UTF_8),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private List<String> ids(SortedMap<String, String> templates) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String each : templates.values()) {
            for (JsonNode template : json.readTree(each)) {
                ids.add(template.path("id").asText());
            }
        }
        return ids;
    }

    /** Without the folder in which all of it lies. */
    private SortedMap<String, byte[]> unpacked(Locale locale) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        byte[] packed = kit.make(locale, "https://relay.example").zip();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed), UTF_8)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                files.put(each.getName().replaceFirst("^lead-relay-release-\\d+/", ""), zip.readAllBytes());
            }
        }
        return files;
    }
}
