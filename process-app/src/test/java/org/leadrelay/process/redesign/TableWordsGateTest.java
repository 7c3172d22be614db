package org.leadrelay.process.redesign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate says which words of a table are missing, and which say nothing. */
@ProductTest
class TableWordsGateTest {

    private static final String ENGLISH = "opening-play_en.properties";
    private static final String GERMAN = "opening-play_de.properties";
    private static final String MATRIX = "lead-matrix_de.properties";

    @Autowired
    Gate gate;

    @Test
    void a_play_without_words_is_told_in_every_language_and_a_key_that_is_none() {
        assertThat(found(ENGLISH, "play.introduce.leave=", "play.introduce.leaves="))
                .containsExactlyInAnyOrder("words-unknown " + ENGLISH + " null", "words-read " + ENGLISH + " null");
        assertThat(found(GERMAN, "play.introduce.2=", "# play.introduce.2="))
                .containsExactly("words-read " + GERMAN + " null");
    }

    @Test
    void a_row_without_a_reason_in_a_language_is_told_and_one_of_a_row_that_is_gone() {
        assertThat(found(MATRIX, "Rule_FarAndCold=", "Rule_FarAndOld="))
                .containsExactlyInAnyOrder(
                        "words-unknown " + MATRIX + " null", "words-missing " + MATRIX + " Rule_FarAndCold");
    }

    @Test
    void a_table_that_people_read_wants_words_in_every_language_and_others_may_come_without() {
        // given
        Map<String, byte[]> files = ShippedModels.bytes();
        files.remove(ENGLISH);
        files.remove(MATRIX);

        // then
        assertThat(findings(files)).containsExactly("words-file opening-play.dmn opening-play");
    }

    @Test
    void a_release_without_the_table_is_no_fault() {
        // given
        Map<String, byte[]> files = ShippedModels.bytes();
        files.keySet().removeIf(each -> each.startsWith("opening-play"));

        // then
        assertThat(findings(files)).isEmpty();
    }

    private List<String> found(String file, String before, String after) {
        Map<String, byte[]> files = ShippedModels.bytes();
        String text = new String(files.get(file), UTF_8);
        assertThat(text).contains(before);
        files.put(file, text.replace(before, after).getBytes(UTF_8));
        return findings(files);
    }

    private List<String> findings(Map<String, byte[]> files) {
        return gate.check(gate.read(files).files()).stream()
                .map(each -> each.rule() + " " + each.file() + " " + each.element())
                .toList();
    }
}
