package org.leadrelay.process.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Sha256;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision's line says enough to decide the same again, with nothing but the line and the table that it names. */
class DecisionReplayTest extends JourneyTest {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final int DECISIONS = 200;
    private static final List<String> SOURCES = List.of("Web", "Olark Chat", "Reference", "Organic Search");
    private static final List<String> OCCUPATIONS = List.of("Working Professional", "Student", "Unemployed");

    @Autowired
    DecisionService decisions;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionTrace trace;

    @Autowired
    ObjectMapper json;

    @Test
    void two_hundred_decisions_are_decided_the_same_from_their_lines() throws Exception {
        // given
        for (int i = 0; decisions().size() < DECISIONS && i < DECISIONS; i++) {
            journeys.capture(Map.of(
                    Field.NAME, "Lead " + i,
                    Field.COMPANY, i % 3 == 0 ? "" : "Works " + i,
                    Field.PROFILE_SCORE, String.valueOf(11 + i % 10),
                    Field.ACTIVITY_SCORE, String.valueOf(8 + i % 11),
                    Field.SOURCE, SOURCES.get(i % SOURCES.size()),
                    Field.OCCUPATION, OCCUPATIONS.get(i % OCCUPATIONS.size())));
        }
        UUID rejected = rejectedLead();
        journeys.answer(
                rejected,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", "recycle", "marketingCause", "criteria"));

        // when
        List<Map<String, Object>> told = decisions();

        // then
        assertThat(told).hasSizeGreaterThanOrEqualTo(DECISIONS).allSatisfy(this::decidesTheSame);
        assertThat(told.stream().map(each -> each.get("table")).distinct())
                .contains("lead-fit", "lead-maturity", "lead-matrix", "nurture-track", "hand-off-skills", "recycling");
    }

    @Test
    void the_whole_sheet_lies_beside_the_line_of_its_number() throws Exception {
        // when
        UUID lead = readyLead();

        // then
        List<Map<String, Object>> sheets = jdbc.sql("""
            select f.table_key, f.facts::text as facts, l.details from decision_fact f
            join journey_log l on l.lead_id = f.lead_id and l.seq = f.seq and l.kind = 'decision'
            where f.lead_id = ? order by f.seq
            """).param(lead).query().listOfRows();
        assertThat(sheets).extracting(each -> each.get("table_key")).contains("lead-fit", "lead-matrix");
        assertThat(sheets)
                .allSatisfy(
                        each -> assertThat(read(each.get("details"))).containsEntry("table", each.get("table_key")));
        Map<String, Object> matrix = read(sheets.stream()
                .filter(each -> "lead-matrix".equals(each.get("table_key")))
                .findFirst()
                .orElseThrow()
                .get("facts"));
        assertThat(matrix).containsKeys("facts", "fit", "maturity");
        assertThat((Map<?, ?>) matrix.get("facts")).hasSizeGreaterThan(15);
    }

    @Test
    void what_a_step_set_stands_in_the_line_of_its_end() throws Exception {
        // when
        UUID lead = readyLead();

        // then
        List<String> left = jdbc.sql("""
            select details from journey_log where lead_id = ? and kind = 'left' and details like '%"set"%' order by seq
            """).param(lead).query(String.class).list();
        assertThat(left).anyMatch(each -> each.contains("\"reachable\":true"));
        assertThat(left).anyMatch(each -> each.contains("\"repId\":\""));
    }

    @Test
    void an_element_is_entered_and_left_by_one_instance() {
        // when
        UUID lead = acceptedLead();

        // then
        assertThat(jdbc.sql("""
            select count(*) from journey_log e where e.lead_id = ? and e.kind = 'left' and (e.instance is null or not exists (
                select from journey_log b where b.lead_id = e.lead_id and b.kind = 'entered'
                    and b.instance = e.instance and b.element_id = e.element_id and b.seq < e.seq))
            """).param(lead).query(Long.class).single()).isZero();
    }

    private void decidesTheSame(Map<String, Object> line) {
        String table = (String) line.get("table");
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .decisionDefinitionVersion((Integer) line.get("tableVersion"))
                .singleResult();
        try (InputStream deployed =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            assertThat(line).containsEntry("xml", HexFormat.of().formatHex(Sha256.of(deployed.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(line).containsEntry("hitPolicy", "FIRST");

        Map<String, Object> outputs = new HashMap<>(decisions
                .evaluateDecisionTableById(definition.getId(), variables(line, definition))
                .getSingleResult()
                .getEntryMap());
        outputs.values().removeIf(Objects::isNull);
        DecisionTrace.Decided decided = Objects.requireNonNull(trace.take());
        assertThat(asJson(outputs)).as("%s %s", table, line).isEqualTo(line.get("outputs"));
        assertThat(decided.rows()).isEqualTo(line.get("rows"));
        assertThat(decided.rules()).isEqualTo(line.get("rules"));
    }

    /** Each input under the name by which the table reads it. */
    private Map<String, Object> variables(Map<String, Object> line, DecisionDefinition definition) {
        Map<String, Object> facts = new HashMap<>();
        Map<String, Object> variables = new HashMap<>();
        variables.put("facts", facts);
        Map<?, ?> inputs = (Map<?, ?>) line.get("inputs");
        if (line.get("variables") instanceof Map<?, ?> beside) {
            beside.forEach((name, value) -> variables.put(name.toString(), value));
        }
        for (Input input : repository.getDmnModelInstance(definition.getId()).getModelElementsByType(Input.class)) {
            assertThat(inputs.containsKey(input.getId())).as(input.getId()).isTrue();
            String reads = input.getInputExpression().getText().getTextContent();
            if (reads.startsWith("facts.")) {
                facts.put(reads.substring("facts.".length()), inputs.get(input.getId()));
            } else {
                variables.put(reads, inputs.get(input.getId()));
            }
        }
        return variables;
    }

    private Map<String, Object> asJson(Map<String, Object> values) {
        try {
            return read(json.writeValueAsString(values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> decisions() {
        return jdbc.sql("select details from journey_log where kind = 'decision' order by lead_id, seq")
                .query((row, n) -> read(row.getString(1)))
                .list();
    }

    private Map<String, Object> read(Object details) {
        try {
            return json.readValue(details.toString().getBytes(StandardCharsets.UTF_8), DETAILS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
