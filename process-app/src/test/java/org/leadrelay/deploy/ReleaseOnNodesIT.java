package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.deploy.Installation.ADMINISTRATOR;
import static org.leadrelay.deploy.Installation.approve;
import static org.leadrelay.deploy.Installation.inForce;
import static org.leadrelay.deploy.Installation.lead;
import static org.leadrelay.deploy.Installation.number;
import static org.leadrelay.deploy.Installation.rollBack;
import static org.leadrelay.deploy.Installation.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A release of the models on nodes that are processes of their own: in force on both, rolled back on both, and older than a restart. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ReleaseOnNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseOnNodesIT.class);
    private static final String JOURNEY = "lead-journey.bpmn";
    private static final String FOLLOW_UP = "lead-follow-up.bpmn";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void the_other_node_starts_leads_by_a_release_within_ten_seconds_and_both_exactly_at_its_moment() throws Exception {
        // given
        Installation installation = new Installation(directory);
        try (Node here = installation.node().ready();
                Node there = installation.node().ready()) {
            String petra = installation.person(here, "petra", "process-owner");
            String ole = installation.person(here, "ole", "process-owner");
            String mary = installation.person(here, "mary", "marketing");
            String first = installation.definition(lead(there, mary, 20, 14));

            // when it is in force at once
            JsonNode next = sealed(
                    here,
                    petra,
                    Map.of(
                            JOURNEY,
                            shipped(JOURNEY).replace("name=\"Qualify lead\"", "name=\"Look at the lead\""),
                            "lead-journey_de.properties",
                            shipped("lead-journey_de.properties")
                                    .replaceFirst(
                                            "(?m)^Activity_QualifyLead=.*$", "Activity_QualifyLead=Lead ansehen")));
            assertThat(installation.definition(lead(there, mary, 20, 14)))
                    .as("sealed")
                    .isEqualTo(first);
            approve(here, ole, next, null);

            // then the other one follows, its words too
            follows(there, petra, number(next));
            UUID after = lead(there, mary, 20, 14);
            String second = installation.definition(after);
            assertThat(second).isNotEqualTo(first);
            String task = "/api/tasks/" + installation.task(after, "Activity_QualifyLead");
            assertThat(there.get(task, mary).get("name").asText()).isEqualTo("Look at the lead");
            assertThat(there.get(task, mary, "de").get("name").asText()).isEqualTo("Lead ansehen");

            // when it is rolled back
            JsonNode back = rollBack(there, petra, 1);
            approve(there, ole, back, null);

            // then
            follows(here, petra, number(back));
            assertThat(installation.definition(lead(here, mary, 20, 14))).isEqualTo(first);

            // when another one takes effect at a moment
            Instant moment = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.MILLIS);
            JsonNode later = rollBack(here, petra, number(next));
            approve(here, ole, later, moment);

            // then
            List<Began> began = new ArrayList<>();
            while (Instant.now().isBefore(moment.plusSeconds(2))) {
                for (Node each : List.of(here, there)) {
                    Instant asked = Instant.now();
                    int release = inForce(each, petra);
                    if (Instant.now().isBefore(moment)) {
                        assertThat(release).isEqualTo(number(back));
                    } else if (!asked.isBefore(moment)) {
                        assertThat(release).isEqualTo(number(later));
                    }
                    Instant captured = Instant.now();
                    began.add(new Began(captured, lead(each, mary, 20, 14), Instant.now()));
                }
            }
            assertThat(began.stream().filter(each -> each.until().isBefore(moment)))
                    .hasSizeGreaterThan(1)
                    .allMatch(each -> installation.definition(each.lead()).equals(first));
            assertThat(began.stream().filter(each -> !each.from().isBefore(moment)))
                    .hasSizeGreaterThan(1)
                    .allMatch(each -> installation.definition(each.lead()).equals(second));
        }
    }

    /** Rules are younger than what is deployed, and roles are removed: whoever began with an older version comes to an end by it. */
    @Test
    void after_a_restart_leads_of_a_version_that_breaks_a_rule_and_names_a_role_that_is_gone_go_on_to_won()
            throws Exception {
        // given a lead before and a lead at a task of a role that only a release names that is in force no more
        Installation installation = new Installation(directory);
        String petra;
        String ole;
        String mary;
        String ada;
        UUID offered;
        UUID accepted;
        try (Node node = installation.node().ready()) {
            node.put("/api/admin/roles/closer", ADMINISTRATOR, "{\"label\": \"Closer\"}");
            petra = installation.person(node, "petra", "process-owner");
            ole = installation.person(node, "ole", "process-owner");
            mary = installation.person(node, "mary", "marketing");
            ada = installation.person(node, "ada", "sales-rep", "closer");
            JsonNode named =
                    sealed(node, petra, Map.of(FOLLOW_UP, shipped(FOLLOW_UP).replace("\"sales-rep\"", "\"closer\"")));
            approve(node, ole, named, null);
            offered = lead(node, mary, 19, 17);
            accepted = lead(node, mary, 19, 17);
            answer(node, ada, installation.task(accepted, "Activity_AnswerHandOff"), "{\"outcome\": \"accept\"}");
            installation.task(accepted, "Activity_MakeContact");
            approve(node, ole, rollBack(node, petra, 1), null);

            // then nobody removes it by mistake
            node.send("PATCH", "/api/admin/people/ada", ADMINISTRATOR, "{\"roles\": [\"sales-rep\"]}");
            HttpResponse<String> refused = node.send("DELETE", "/api/admin/roles/closer", ADMINISTRATOR, "");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("an earlier version of the models");
        }

        // when it is gone all the same, the deployed model is one of before today's rules, and a node is started anew
        String old = tamper(installation);
        try (Node node = installation.node()) {
            node.says("the role closer, which there is no more");
            node.ready();

            // then
            assertThat(node.upload("/api/redesign/check", petra, "files", Map.of(FOLLOW_UP, old))
                            .get("findings")
                            .findValuesAsText("rule"))
                    .as("today it would not get in")
                    .contains("time-to-live", "field-label", "task-role");
            answer(node, ada, installation.task(offered, "Activity_AnswerHandOff"), "{\"outcome\": \"accept\"}");
            String waiting = installation.task(offered, "Activity_MakeContact");
            assertThat(node.status("/api/tasks/" + waiting, ada)).isEqualTo(403);
            assertThat(node.get("/api/tasks", ada).get("total").asInt()).isZero();
            JsonNode missing = node.get("/api/process", petra).get("missingRoles");
            assertThat(missing.findValuesAsText("role")).containsExactly("closer");
            assertThat(missing.get(0).get("steps").toString()).contains("Make contact");
            HttpResponse<String> again = node.send("POST", "/api/releases/2/roll-back", petra, "{\"why\": \"A test\"}");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("closer");

            // when the role is there again
            node.put("/api/admin/roles/closer", ADMINISTRATOR, "{\"label\": \"Closer\"}");
            node.send("PATCH", "/api/admin/people/ada", ADMINISTRATOR, "{\"roles\": [\"sales-rep\", \"closer\"]}");

            // then
            for (UUID each : List.of(offered, accepted)) {
                win(installation, node, ada, each);
                assertThat(node.get("/api/leads/" + each, mary)
                                .at("/journey/end")
                                .asText())
                        .isEqualTo("won");
            }
            assertThat(node.get("/api/process", petra).get("missingRoles")).isEmpty();
        }
    }

    private static void win(Installation installation, Node node, String rep, UUID lead) throws Exception {
        answer(
                node,
                rep,
                installation.task(lead, "Activity_MakeContact"),
                "{\"outcome\": \"reached\", \"channel\": \"call\"}");
        answer(
                node,
                rep,
                installation.task(lead, "Activity_DecideOutcome"),
                "{\"outcome\": \"won\", \"dealValue\": 9000}");
    }

    private static void answer(Node node, String who, String task, String answers) throws Exception {
        node.post("/api/tasks/" + task + "/complete", who, "{\"answers\": " + answers + "}");
    }

    /**
     * Removes the role without asking anybody, and puts a model into the older release's deployment that the gate refuses today.
     *
     * @return that model
     */
    private static String tamper(Installation installation) throws IOException {
        String old = shipped(FOLLOW_UP)
                .replace("\"sales-rep\"", "\"closer\"")
                .replace("camunda:historyTimeToLive=\"P180D\"", "camunda:historyTimeToLive=\"P0D\"")
                .replace("<camunda:formField id=\"note\" label=\"What was said\"", "<camunda:formField id=\"note\"");
        assertThat(installation
                        .jdbc()
                        .sql("update act_ge_bytearray set bytes_ = ? where name_ = ? and deployment_id_ = (select"
                                + " deployment_id from release where number = 2)")
                        .params(old.getBytes(StandardCharsets.UTF_8), FOLLOW_UP)
                        .update())
                .isOne();
        installation
                .jdbc()
                .sql("delete from role_permission where role = 'closer'; delete from role where name = 'closer'")
                .update();
        return old;
    }

    /**
     * A lead and between which moments it was captured.
     */
    private record Began(Instant from, UUID lead, Instant until) {}

    private static void follows(Node node, String reader, int release) throws Exception {
        Instant began = Instant.now();
        while (inForce(node, reader) != release) {
            assertThat(Instant.now()).as("release %d is in force", release).isBefore(began.plus(SOON));
        }
        LOG.info(
                "The other node follows after {} ms",
                Duration.between(began, Instant.now()).toMillis());
    }

    private static String shipped(String name) throws IOException {
        String path = "processes/" + name;
        try (InputStream file =
                Objects.requireNonNull(ReleaseOnNodesIT.class.getClassLoader().getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
