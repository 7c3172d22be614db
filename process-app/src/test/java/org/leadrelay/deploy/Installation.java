package org.leadrelay.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.testing.SharedServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with people, on which nodes are started, and what people do there by REST. */
final class Installation {

    static final String ADMINISTRATOR = "administrator:of-an-installation";

    private static final String FIRST = "at-first-the-same";
    private static final String CHOSEN = "of-their-own-choice";

    private final Path directory;
    private final String database = SharedServer.newDatabase();
    private final JdbcClient jdbc = SharedServer.superuser(database);

    Installation(Path directory) {
        this.directory = directory;
    }

    Node node() throws IOException {
        return Node.start(
                directory,
                List.of(
                        "SPRING_DATASOURCE_URL",
                        database,
                        "SPRING_DATASOURCE_USERNAME",
                        SharedServer.APPLICATION,
                        "SPRING_FLYWAY_USER",
                        SharedServer.OWNER,
                        "LEADRELAY_ADMIN_PASSWORD",
                        "of-an-installation"));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Makes the person, who has chosen a password, and answers what they log in with. */
    String person(Node node, String login, String... roles) throws IOException, InterruptedException {
        node.post("/api/admin/people", ADMINISTRATOR, """
            {"login": "%s", "displayName": "%s", "roles": [%s], "password": "%s"}
            """.formatted(login, login, quoted(roles), FIRST));
        node.post("/api/me/password", login + ":" + FIRST, """
            {"oldPassword": "%s", "newPassword": "%s"}
            """.formatted(FIRST, CHOSEN));
        return login + ":" + CHOSEN;
    }

    static String quoted(String... words) {
        return Stream.of(words).map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
    }

    /** These files in the draft, sealed. */
    static JsonNode sealed(Node node, String owner, Map<String, String> files)
            throws IOException, InterruptedException {
        JsonNode draft =
                node.upload("/api/releases/draft/files", owner, "files", files).get("release");
        return node.post("/api/releases/%d/seal".formatted(number(draft)), owner, """
            {"edition": %d, "title": "A test"}
            """.formatted(
                        draft.get("edition").asInt()));
    }

    /**
     * @param from null for at once
     */
    static void approve(Node node, String second, JsonNode sealed, Instant from)
            throws IOException, InterruptedException {
        node.post("/api/releases/%d/approval".formatted(number(sealed)), second, """
            {"contentHash": "%s", "from": %s}
            """.formatted(
                        sealed.get("contentHash").asText(), from == null ? null : "\"" + from + "\""));
    }

    static JsonNode rollBack(Node node, String owner, int to) throws IOException, InterruptedException {
        return node.post("/api/releases/%d/roll-back".formatted(to), owner, "{\"why\": \"A test\"}");
    }

    static int number(JsonNode release) {
        return release.get("number").asInt();
    }

    static int inForce(Node node, String reader) throws IOException, InterruptedException {
        return number(node.get("/api/releases/current", reader).get("release"));
    }

    /** A new lead whose scores send it this way. */
    static UUID lead(Node node, String marketer, int profile, int activity) throws IOException, InterruptedException {
        String name = UUID.randomUUID().toString();
        return UUID.fromString(node.post("/api/leads", marketer, """
            {"name": "Grace %s", "email": "%s@fair.example", "company": "Fair %s", "source": "Webinar",
             "profileScore": %d, "activityScore": %d}
            """.formatted(name, name, name, profile, activity))
                .get("id")
                .asText());
    }

    /** By which version of the model the lead goes. */
    String definition(UUID lead) {
        return jdbc.sql("select proc_def_id_ from act_hi_procinst where business_key_ = ? and"
                        + " super_process_instance_id_ is null")
                .param(lead.toString())
                .query(String.class)
                .single();
    }

    /** The open task of a lead at this step, as soon as there is one. */
    String task(UUID lead, String step) {
        List<String> found = List.of();
        while (found.isEmpty()) {
            // asks again at once: it is a matter of a second or two
            found = jdbc.sql("select task_id from task_item where lead_id = ? and step = ?")
                    .params(lead, step)
                    .query(String.class)
                    .list();
        }
        return found.get(0);
    }
}
