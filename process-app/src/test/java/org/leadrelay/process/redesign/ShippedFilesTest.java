package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.Rule;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ShippedFilesTest {

    @Autowired
    Gate gate;

    @Test
    void models_tables_and_their_words_are_read_by_name() {
        assertThat(ShippedFiles.read()).containsKeys("lead-journey.bpmn", "lead-fit.dmn", "lead-journey_de.properties");
    }

    @Test
    void of_a_table_that_no_model_asks_and_nobody_reads_the_gate_warns() {
        // given
        SortedMap<String, byte[]> files = new TreeMap<>(ShippedFiles.read());
        String fit = new String(files.get("lead-fit.dmn"), StandardCharsets.UTF_8);
        files.put("nobodys.dmn", bytes(fit.replace("<decision id=\"lead-fit\"", "<decision id=\"nobodys\"")));

        // then
        assertThat(gate.check(gate.read(files).files()))
                .singleElement()
                .returns(Rule.TABLE_UNUSED.code(), each -> each.rule())
                .returns("nobodys.dmn", each -> each.file());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
