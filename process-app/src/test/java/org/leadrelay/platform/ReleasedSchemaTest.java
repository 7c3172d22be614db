package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.SharedServer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ReleasedSchemaTest {

    private static final String RELEASED = "classpath:db/migration";

    @TempDir
    Path scripts;

    private final String url = SharedServer.newDatabase();

    @Test
    void a_demo_database_of_before_the_first_release_is_refused_and_left_alone() throws IOException {
        // given
        unreleased();

        // then
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> schema(true).migrate(flyway(RELEASED)))
                .satisfies(refused -> {
                    FailureAnalysis told = new CannotStartAnalyzer().analyze(refused, refused);
                    assertThat(told.getDescription())
                            .isEqualTo("The database was made by a build of Lead Relay before 0.1.0, and those are"
                                    + " not upgraded.");
                    assertThat(told.getAction())
                            .isEqualTo(
                                    "Delete the folder %s, or move it away: the demo makes a new one at its next"
                                            + " start.",
                                    Path.of("data").toAbsolutePath());
                });
        assertThat(versions()).containsExactly("2", "3", "106");
    }

    @Test
    void another_database_of_before_the_first_release_is_refused_with_its_own_remedy() throws IOException {
        // given
        unreleased();

        // then
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> schema(false).migrate(flyway(RELEASED)))
                .satisfies(refused -> assertThat(refused.remedy())
                        .startsWith("Make an empty database and give its address in SPRING_DATASOURCE_URL"));
        assertThat(versions()).containsExactly("2", "3", "106");
    }

    @Test
    void an_empty_database_is_migrated_and_starts_again() {
        // when
        schema(false).migrate(flyway(RELEASED));
        schema(false).migrate(flyway(RELEASED));

        // then
        assertThat(versions()).contains("2", "14");
    }

    @Test
    void what_a_newer_build_added_is_no_reason_to_refuse() throws IOException {
        // given
        schema(false).migrate(flyway(RELEASED));
        script("V9999__of_tomorrow.sql");
        schema(false).migrate(flyway(RELEASED, "filesystem:" + scripts));

        // when
        schema(false).migrate(flyway(RELEASED));

        // then
        assertThat(versions()).contains("14", "9999");
    }

    @Test
    void who_may_not_migrate_is_told_what_is_missing_and_goes_on_when_nothing_is() {
        // given
        Flyway application = flywayAs(SharedServer.APPLICATION, RELEASED);
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> schema(false).migrate(application))
                .withMessageContaining("lacks migrations")
                .withMessageContaining("V2__platform.sql")
                .satisfies(refused -> assertThat(refused.remedy()).contains("'migrate'", "SPRING_FLYWAY_USER"));
        assertThat(versions()).isEmpty();

        // when
        schema(false).migrate(flywayAs(SharedServer.OWNER, RELEASED));
        schema(false).migrate(application);

        // then
        assertThat(versions()).contains("2", "25");
    }

    private void unreleased() throws IOException {
        script("V2__access.sql");
        script("V3__lead.sql");
        script("V106__web_form_queue.sql");
        flyway("filesystem:" + scripts).migrate();
    }

    private void script(String name) throws IOException {
        Files.writeString(scripts.resolve(name), "select 1;");
    }

    private Flyway flyway(String... locations) {
        return flywayAs("postgres", locations);
    }

    private Flyway flywayAs(String user, String... locations) {
        return Flyway.configure().dataSource(url, user, "").locations(locations).load();
    }

    private Stream<String> versions() {
        return Stream.of(flyway(RELEASED).info().applied())
                .map(each -> each.getVersion().getVersion());
    }

    private static ReleasedSchema schema(boolean demo) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (demo) {
            beans.addBean("demoMode", new DemoMode());
        }
        return new ReleasedSchema(beans.getBeanProvider(DemoMode.class), Path.of("data"));
    }
}
