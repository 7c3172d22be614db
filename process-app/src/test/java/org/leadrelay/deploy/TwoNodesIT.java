package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.SharedServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two worker nodes on one database; one of them is killed in the middle of an import, or of the grace of an answer. */
class TwoNodesIT {

    private static final String ADMINISTRATOR = "administrator:of-two-nodes";
    private static final int ROWS = 600;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void what_a_killed_node_was_importing_the_other_finishes_with_exact_counts() throws Exception {
        // given
        List<String> environment = List.of(
                "SPRING_DATASOURCE_URL",
                SharedServer.newDatabase(),
                "SPRING_DATASOURCE_USERNAME",
                SharedServer.APPLICATION,
                "SPRING_FLYWAY_USER",
                SharedServer.OWNER,
                "LEADRELAY_ADMIN_PASSWORD",
                "of-two-nodes");
        try (Node first = Node.start(directory, environment).ready();
                Node second = Node.start(directory, environment).ready()) {
            assertThat(first.get("/api/imports", ADMINISTRATOR).get("total").asInt())
                    .isZero();

            // when
            String id = first.upload("/api/imports", ADMINISTRATOR, "fair.csv", file())
                    .get("id")
                    .asText();
            first.says("Import " + id + " runs");
            while (progress(second, id).get("read").asInt() < ROWS / 10) {
                // asks again at once: it is a matter of a second or two
            }
            first.close();
            second.says("Import " + id + " has ended");
            JsonNode end = progress(second, id);

            // then
            assertThat(end.get("state").asText()).isEqualTo("done");
            assertThat(end.get("read").asInt()).isEqualTo(ROWS);
            assertThat(end.get("created").asInt()).isEqualTo(ROWS);
            assertThat(end.get("refused").asInt()).isZero();
            assertThat(second.get("/api/leads?size=1", ADMINISTRATOR)
                            .get("total")
                            .asInt())
                    .isEqualTo(ROWS);
        }
    }

    /** The node that took the answer is gone before its grace is over, and nobody asks for the answer again. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void what_was_answered_on_a_killed_node_the_other_carries_out_once() throws Exception {
        // given
        String database = SharedServer.newDatabase();
        List<String> environment = List.of(
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_USERNAME",
                SharedServer.APPLICATION,
                "SPRING_FLYWAY_USER",
                SharedServer.OWNER,
                "LEADRELAY_ADMIN_PASSWORD",
                "of-two-nodes");
        JdbcClient jdbc = SharedServer.superuser(database);
        try (Node first = Node.start(directory, environment).ready();
                Node second = Node.start(directory, environment).ready()) {
            String mary = "mary:of-two-nodes-2";
            first.post(
                    "/api/admin/people",
                    ADMINISTRATOR,
                    "{\"login\":\"mary\",\"displayName\":\"Mary\",\"roles\":[\"marketing\"],\"password\":\"of-two-nodes-1\"}");
            first.post(
                    "/api/me/password",
                    "mary:of-two-nodes-1",
                    "{\"oldPassword\":\"of-two-nodes-1\",\"newPassword\":\"of-two-nodes-2\"}");
            first.post(
                    "/api/leads",
                    mary,
                    "{\"name\":\"Grace"
                            + " Example\",\"email\":\"grace@fair.example\",\"company\":\"Fair\",\"source\":\"Webinar\","
                            + "\"profileScore\":20,\"activityScore\":14}");
            JsonNode tasks = first.get("/api/tasks", mary);
            while (tasks.get("total").asInt() == 0) {
                tasks = first.get("/api/tasks", mary);
            }
            String id = tasks.get("items").get(0).get("id").asText();

            // when
            JsonNode pressed = first.post(
                    "/api/tasks/" + id + "/complete",
                    mary,
                    "{\"answers\":{\"outcome\":\"disqualify\"},\"grace\":\"PT5S\"}");
            first.close();

            // then
            assertThat(pressed.get("completed").asBoolean()).isFalse();
            assertThat(second.get("/api/tasks/" + id, mary).get("answeredBy").asText())
                    .isEqualTo("mary");
            while (second.status("/api/tasks/" + id, mary) == 200) {
                // asks again at once: it is a matter of ten seconds
            }
            assertThat(jdbc.sql("select details from journey_log where kind = 'task-completed'")
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .contains(id, "answeredAt");
            assertThat(jdbc.sql("select count(*) from pending_answer")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static JsonNode progress(Node node, String id) throws Exception {
        return node.get("/api/imports/" + id, ADMINISTRATOR);
    }

    private static String file() {
        StringBuilder file = new StringBuilder("Id,Name,E-mail,Company\n");
        for (int row = 0; row < ROWS; row++) {
            file.append("F-%d,Grace Example %d,grace%d@fair.example,Fair %d\n".formatted(row, row, row, row % 40));
        }
        return file.toString();
    }
}
