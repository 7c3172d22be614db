package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * No container engine runs where this is built; so at least what the files say is held against the
 * product.
 */
class ComposeMatchesTheApplicationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NODES = Set.of("node-1", "node-2");

    private static Map<String, Map<String, Object>> services = Map.of();
    private static Map<String, Map<String, Object>> networks = Map.of();
    private static String dockerfile = "";

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(50);
        Map<String, Object> compose = new Yaml(options).load(Files.readString(ROOT.resolve("docker-compose.yml")));
        services = (Map<String, Map<String, Object>>) compose.get("services");
        networks = (Map<String, Map<String, Object>>) compose.get("networks");
        dockerfile = Files.readString(ROOT.resolve("Dockerfile"));
    }

    @Test
    void there_are_two_nodes_a_database_with_what_prepares_it_a_proxy_and_a_mail_catcher() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("node-1", "node-2", "database", "roles", "migrate", "proxy", "mail");
        assertThat(image("database")).startsWith("postgres:17.");
    }

    @Test
    void every_variable_of_a_node_is_one_that_the_application_reads() throws IOException {
        Set<String> known = knownVariables();
        for (String node : List.of("node-1", "node-2", "migrate")) {
            assertThat(known).as(node).containsAll(environment(node).keySet());
        }
    }

    @Test
    void each_connects_to_the_database_as_the_weakest_role_that_does_and_knows_no_other_password() throws IOException {
        // given
        String owner = "LEADRELAY_OWNER_PASSWORD";
        String superuser = "LEADRELAY_DATABASE_PASSWORD";
        String roles = Files.readString(ROOT.resolve("process-app/src/main/resources/db/roles.sql"));
        String passwords = Files.readString(ROOT.resolve("docker/roles.sh"));

        // then
        for (String node : NODES) {
            assertThat(environment(node)).containsEntry("SPRING_DATASOURCE_USERNAME", "leadrelay_app");
            assertThat(environment(node).get("SPRING_DATASOURCE_PASSWORD").toString())
                    .startsWith("${LEADRELAY_APP_PASSWORD:?");
            assertThat(environment(node).toString()).doesNotContain(owner, superuser);
            assertThat(services.get(node).get("depends_on").toString())
                    .contains("migrate={condition=service_completed_successfully}");
        }
        assertThat(environment("migrate")).containsEntry("SPRING_DATASOURCE_USERNAME", "leadrelay_owner");
        assertThat(environment("migrate").toString()).contains(owner).doesNotContain(superuser);
        assertThat(services.get("migrate")).containsEntry("command", List.of("migrate"));
        assertThat(services.get("migrate").get("depends_on").toString())
                .contains("roles={condition=service_completed_successfully}");
        assertThat(environment("roles"))
                .containsEntry("PGUSER", environment("database").get("POSTGRES_USER"))
                .containsEntry("PGDATABASE", environment("database").get("POSTGRES_DB"));
        assertThat(list(services.get("roles"), "volumes"))
                .containsExactlyInAnyOrder(
                        "./docker/roles.sh:/lead-relay/roles.sh:ro",
                        "./process-app/src/main/resources/db/roles.sql:/lead-relay/roles.sql:ro");
        assertThat(Files.isExecutable(ROOT.resolve("docker/roles.sh"))).isTrue();
        assertThat(roles).contains("'leadrelay_owner'", "'leadrelay_app'");
        assertThat(passwords)
                .contains(
                        "getenv owner " + owner,
                        "getenv application LEADRELAY_APP_PASSWORD",
                        "alter role leadrelay_owner password :'owner'",
                        "alter role leadrelay_app password :'application'");
    }

    @Test
    void passwords_come_from_the_environment_and_are_required() {
        assertThat(environment("node-1").get("LEADRELAY_ADMIN_PASSWORD").toString())
                .startsWith("${LEADRELAY_ADMIN_PASSWORD:?");
        services.forEach((name, service) -> environment(name).entrySet().stream()
                .filter(each -> each.getKey().contains("PASSWORD"))
                .forEach(each ->
                        assertThat(each.getValue().toString()).startsWith("${").contains(":?")));
    }

    @Test
    void every_image_is_pinned_to_a_version() {
        for (String name : services.keySet()) {
            assertThat(image(name)).as(name).matches(".+:v?\\d+\\.\\d+.*");
        }
        assertThat(dockerfile.lines().filter(each -> each.startsWith("FROM ")).toList())
                .allMatch(each -> each.matches("FROM [a-z/-]+:\\d+\\.\\d+.*"));
    }

    @Test
    void everything_says_whether_it_is_well_and_nothing_starts_too_early() {
        for (String name : List.of("database", "proxy", "mail")) {
            assertThat(services.get(name)).as(name).containsKey("healthcheck");
        }
        assertThat(dockerfile).contains("HEALTHCHECK").contains("/actuator/health/readiness");
        for (String name : List.of("node-1", "roles")) {
            assertThat(services.get(name).get("depends_on").toString())
                    .as(name)
                    .contains("database={condition=service_healthy}");
        }
        assertThat(services.get("proxy").get("depends_on").toString()).contains("service_healthy");
    }

    @Test
    void the_proxy_keeps_people_on_their_node_and_knows_both() throws IOException {
        String proxy = Files.readString(ROOT.resolve("docker/haproxy.cfg"));
        assertThat(proxy).contains("cookie NODE insert");
        for (String node : NODES) {
            assertThat(proxy)
                    .contains("server "
                            + node
                            + " "
                            + node
                            + ":"
                            + environment(node).get("SERVER_PORT"));
        }
        assertThat(services.get("proxy").get("ports").toString()).contains("8080:8080");
    }

    @Test
    void nothing_runs_as_root_or_could_become_it() {
        services.forEach((name, service) -> {
            assertThat(String.valueOf(service.get("user"))).as(name).matches("haproxy|[1-9]\\d*:[1-9]\\d*");
            assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
            assertThat(service).as(name).doesNotContainKeys("cap_add", "privileged");
            assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true"));
        });
        assertThat(dockerfile)
                .contains("--uid " + user("node-1"), "--gid " + user("node-1"))
                .doesNotContain("USER root");
    }

    @Test
    void what_is_written_is_written_to_a_volume_or_a_small_tmpfs_that_runs_nothing() {
        services.forEach((name, service) -> {
            assertThat(service.get("read_only")).as(name).isEqualTo(true);
            assertThat(list(service, "tmpfs"))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(each -> each.matches("/\\S+:size=\\d+m,\\S*noexec,nosuid,nodev"));
        });
        assertThat(list(services.get("database"), "volumes")).containsExactly("database:/var/lib/postgresql/data");
        assertThat(list(services.get("proxy"), "volumes")).allMatch(each -> each.endsWith(":ro"));
        assertThat(services.get("node-1")).doesNotContainKey("volumes");
    }

    @Test
    void nobody_takes_more_of_the_machine_than_is_written_here() {
        services.forEach((name, service) -> {
            assertThat(String.valueOf(service.get("mem_limit"))).as(name).matches("\\d+[mg]");
            assertThat(service.get("cpus")).as(name).isInstanceOf(Number.class);
            assertThat(service.get("pids_limit")).as(name).isInstanceOf(Integer.class);
        });
    }

    @Test
    void the_database_is_reached_by_the_nodes_and_what_prepares_it_alone() {
        assertThat(services.get("database")).doesNotContainKey("ports");
        assertThat(networks("database")).containsExactly("data");
        assertThat(networks.get("data")).containsEntry("internal", true);
        assertThat(services.keySet().stream().filter(each -> networks(each).contains("data")))
                .containsExactlyInAnyOrder("node-1", "node-2", "database", "roles", "migrate");
        assertThat(networks("roles")).containsExactly("data");
        assertThat(networks("migrate")).containsExactly("data");
        assertThat(networks("proxy")).containsExactly("front");
        assertThat(services.keySet().stream().filter(each -> networks(each).contains("front")))
                .containsExactlyInAnyOrder("node-1", "node-2", "proxy");
    }

    @Test
    void what_is_open_is_open_on_this_machine_only() {
        for (String name : services.keySet()) {
            assertThat(list(services.get(name), "ports")).as(name).allMatch(each -> each.startsWith("127.0.0.1:"));
        }
        for (String node : NODES) {
            assertThat(services.get(node)).doesNotContainKey("ports");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_node_believes_the_proxy_and_nobody_else() {
        // given
        Map<String, Map<String, Object>> front =
                (Map<String, Map<String, Object>>) services.get("proxy").get("networks");
        String address = front.get("front").get("ipv4_address").toString();

        // then
        for (String node : NODES) {
            assertThat(environment(node)).containsEntry("LEADRELAY_PROXY_TRUSTED", address);
        }
        assertThat(networks.get("front").toString()).contains("subnet=" + address.replaceAll("\\d+$", "0") + "/24");
    }

    @Test
    void the_proxy_serves_the_host_that_links_in_mail_lead_to() {
        String[] hosts = StringUtils.delimitedListToStringArray(
                environment("proxy").get("LEADRELAY_HOSTS").toString(), " ");
        for (String node : NODES) {
            assertThat(URI.create(
                            environment(node).get("LEADRELAY_MAIL_BASEURL").toString()))
                    .hasHost(hosts[0]);
        }
    }

    @Test
    void the_image_runs_the_application_as_the_build_does() throws IOException {
        String build = Files.readString(ROOT.resolve("pom.xml"));
        String arguments = build.substring(
                build.indexOf("<product.jvm-arguments>") + 23, build.indexOf("</product.jvm-arguments>"));
        for (String each : StringUtils.delimitedListToStringArray(arguments, " ")) {
            assertThat(dockerfile).contains('"' + each + '"');
        }
        String version = build.substring(build.indexOf("<artifactId>lead-relay</artifactId>"));
        version = version.substring(version.indexOf("<version>") + 9, version.indexOf("</version>"));
        assertThat(image("node-1")).as("set by .ci/set-version").isEqualTo("lead-relay:" + version);
        assertThat(dockerfile).contains("lead-relay-ui-*.jar").contains("USER leadrelay");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.getOrDefault(service, Map.of()).getOrDefault("environment", Map.of());
    }

    private static List<String> list(Map<String, Object> service, String key) {
        return ((List<?>) service.getOrDefault(key, List.of()))
                .stream().map(String::valueOf).toList();
    }

    private static Set<String> networks(String service) {
        Object networks = services.get(service).get("networks");
        return networks instanceof Map<?, ?> named
                ? named.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.copyOf(list(services.get(service), "networks"));
    }

    private static String user(String service) {
        return String.valueOf(services.get(service).get("user")).replaceAll(":.*", "");
    }

    private static String image(String service) {
        return String.valueOf(services.getOrDefault(service, Map.of()).get("image"));
    }

    /** Spring Boot's from its own lists; ours from the records that are bound to them. */
    private static Set<String> knownVariables() throws IOException {
        Set<String> names = new HashSet<>();
        ObjectMapper json = new ObjectMapper();
        for (URL list : Collections.list(
                ClassUtils.getDefaultClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = list.openStream()) {
                for (JsonNode each : json.readTree(stream).path("properties")) {
                    names.add(variable(each.path("name").asText()));
                }
            }
        }
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.findCandidateComponents("org.leadrelay").forEach(each -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(each.getBeanClassName()), null);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            for (RecordComponent part : type.getRecordComponents()) {
                names.add(variable(prefix + "." + part.getName()));
            }
        });
        return names;
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
