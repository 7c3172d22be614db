package org.leadrelay.redesign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.gate.Surroundings.Agreement;
import org.leadrelay.redesign.gate.Surroundings.Data;
import org.leadrelay.redesign.gate.Surroundings.ReadTable;
import org.leadrelay.redesign.gate.Surroundings.Touches;
import org.leadrelay.redesign.gate.Surroundings.Vocabulary;

/** Whether a table that no model asks looks as if it decided. */
class AskedTableTest {

    private static final String JOURNEY = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <bpmn:process id="journey" isExecutable="true" />
        </bpmn:definitions>
        """;

    private static final String TABLE = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
          <decision id="opening" name="Opening"><decisionTable id="t" /></decision>
        </definitions>
        """;

    @Test
    void one_that_nobody_asks_is_told() {
        assertThat(findings(Map.of()))
                .singleElement()
                .returns(Rule.TABLE_UNUSED.code(), Finding::rule)
                .returns("opening", Finding::element);
    }

    @Test
    void one_that_people_read_is_not() {
        assertThat(findings(Map.of("opening", new ReadTable("play", Set.of("")))))
                .isEmpty();
    }

    private static List<Finding> findings(Map<String, ReadTable> forReading) {
        Findings findings = new Findings();
        ModelSet models = ModelSet.read(
                List.of(file("journey", FileKind.PROCESS, JOURNEY), file("opening", FileKind.DECISION, TABLE)),
                findings);
        new ReleaseCompletenessCheck().check(models, product(forReading), findings);
        return findings.sorted();
    }

    private static Surroundings product(Map<String, ReadTable> forReading) {
        return new Surroundings(
                Map.of(),
                Set.of(),
                new Agreement(Map.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                new Data(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                new Vocabulary(
                        "journey", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), forReading),
                new Touches(Set.of(), Set.of()),
                List.of());
    }

    private static ModelFile file(String id, FileKind kind, String content) {
        return new ModelFile(id, kind, id + kind.ending(), content.getBytes(StandardCharsets.UTF_8));
    }
}
