package org.leadrelay.redesign.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.SafeXmlParser;

/** Generated: every attribute and every text of the shipped files is changed once, and the difference says so once. */
class EveryMutationTest {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?<=\\s)([\\w:]+)=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("<([\\w:]+)[^<>]*(?<!/)>([^<>]*\\S[^<>]*)</");
    private static final Pattern EMPTY_CELL = Pattern.compile("<text>()</text>");

    /** Said by the flows themselves. */
    private static final List<String> DERIVED = List.of("bpmn:incoming", "bpmn:outgoing");

    private final Differences differences = new Differences(new ShippedClauses());

    @Test
    void files_do_not_differ_from_themselves() {
        // given
        ShippedFiles files = ShippedFiles.all();
        List<ModelFile> copies = files.files().stream()
                .map(each -> new ModelFile(
                        each.id(), each.kind(), each.name(), each.content().clone()))
                .toList();

        // then
        assertThat(differences.between(files.files(), copies)).isEmpty();
        assertThat(Differences.tables(files.files(), copies)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead-journey.bpmn",
                "lead-follow-up.bpmn",
                "lead-nurture.bpmn",
                "lead-fit.dmn",
                "lead-maturity.dmn",
                "lead-matrix.dmn",
                "hand-off-skills.dmn",
                "nurture-track.dmn",
                "recycling.dmn"
            })
    void every_change_of_one_attribute_or_text_is_seen_exactly_once(String name) {
        // given
        ShippedFiles files = ShippedFiles.only(name);
        String text = files.text(name);
        Model before = model(name, text);
        SentencesByLanguage voices = new Book(files.files(), files.files(), new ShippedClauses())
                .voices(name.substring(0, name.indexOf('.')));
        List<String> missed = new ArrayList<>();
        int tried = 0;

        // when
        for (int[] place : places(text)) {
            tried++;
            String changed =
                    text.substring(0, place[1]) + (place[0] == place[1] ? "\"X\"" : "X") + text.substring(place[1]);
            List<ModelChange> found = new ModelComparison(name, before, model(name, changed), voices).changes();
            if (found.size() != 1) {
                missed.add(found.size() + " for " + around(text, place) + ": "
                        + found.stream()
                                .map(each -> each.sentence(Locale.ENGLISH))
                                .toList());
            }
        }

        // then
        assertThat(missed).as("of %d", tried).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private static Model model(String name, String text) {
        return new Model(SafeXmlParser.read(ShippedFiles.file(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<int[]> places(String text) {
        List<int[]> places = new ArrayList<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        int from = text.indexOf("?>");
        while (attribute.find()) {
            if (attribute.start() > from && !attribute.group(1).startsWith("xmlns")) {
                places.add(new int[] {attribute.start(2) - 1, attribute.end(2)});
            }
        }
        Matcher content = TEXT.matcher(text);
        while (content.find()) {
            if (!DERIVED.contains(content.group(1))) {
                places.add(new int[] {content.start(2) - 1, content.end(2)});
            }
        }
        Matcher cell = EMPTY_CELL.matcher(text);
        while (cell.find()) {
            places.add(new int[] {cell.start(1), cell.start(1)});
        }
        return places;
    }

    private static String around(String text, int[] place) {
        return text.substring(Math.max(0, place[0] - 60), Math.min(text.length(), place[1] + 20))
                .replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-journey_de.properties", "lead-follow-up_de.properties", "lead-nurture_de.properties"})
    void every_change_of_a_word_is_seen_exactly_once(String name) {
        // given
        ShippedFiles files = ShippedFiles.all();
        List<String> lines = List.of(files.text(name).split("\n", -1));

        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\w[^=]*=.*")) {
                // when
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, lines.get(i) + "X");
                List<ModelChange> found = differences.between(
                        files.files(),
                        files.withText(name, String.join("\n", changed)).files());

                // then
                assertThat(found).as(lines.get(i)).hasSize(1).allMatch(each -> each.category() == Category.WORDS);
            }
        }
    }
}
