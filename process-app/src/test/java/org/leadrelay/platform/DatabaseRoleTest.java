package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.testing.SharedServer;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseRoleTest {

    private final String url = SharedServer.newDatabaseWithoutRoles();

    @Test
    void an_installation_of_before_goes_on_and_is_told_at_the_start_and_in_health(CapturedOutput output) {
        // given
        migrate("postgres");
        DatabaseRole role = as("postgres");

        // when
        role.tell();

        // then
        assertThat(output)
                .contains("WARN")
                .contains("role-too-strong: the database role postgres is a superuser; ")
                .contains("Run db/roles.sql as a superuser");
        assertThat(role.health().getStatus()).isEqualTo(Status.UP);
        assertThat(role.health().getDetails())
                .containsEntry("role", "postgres")
                .containsEntry("finding", "role-too-strong")
                .containsKeys("because", "remedy");
    }

    @Test
    void when_the_script_has_run_the_application_s_role_is_strong_enough_and_no_more(CapturedOutput output) {
        // given
        migrate("postgres");
        SharedServer.prepareRoles(url);
        migrate(SharedServer.OWNER);
        DatabaseRole role = as(SharedServer.APPLICATION);

        // when
        role.tell();

        // then
        assertThat(role.excesses()).isEmpty();
        assertThat(role.health().getDetails()).containsOnlyKeys("role");
        assertThat(output).doesNotContain("role-too-strong");
    }

    @Test
    void nodes_that_connect_as_before_go_on_while_the_script_has_run_and_are_told() {
        // given
        JdbcClient superuser = SharedServer.superuser(url);
        superuser
                .sql("create role installed_before login; grant create on schema public to installed_before")
                .update();
        try {
            migrate("installed_before");

            // when
            SharedServer.prepareRoles(url);

            // then
            JdbcClient before = JdbcClient.create(new DriverManagerDataSource(url, "installed_before", ""));
            before.sql("insert into idempotency (caller, key, body_hash, at) values ('a', 'b', 'c', now())")
                    .update();
            assertThat(as("installed_before").excesses()).contains("owns tables, or may become who owns them");
            JdbcClient.create(new DriverManagerDataSource(url, SharedServer.APPLICATION, ""))
                    .sql("delete from idempotency")
                    .update();
        } finally {
            superuser
                    .sql("drop owned by installed_before; drop role installed_before")
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        createrole                                                                  | may make roles
        bypassrls                                                                   | may pass row security or replicate
        ; grant leadrelay_owner to too_strong                                       | owns tables, or may become who owns them
        ; grant create on schema public to too_strong                               | may make objects of its own
        ; grant update on journey_chain to too_strong                               | may change journey_chain
        ; grant truncate on export_log to too_strong                                | may change export_log
        ; grant set on parameter session_replication_role to too_strong             | may pass triggers
        ; grant leadrelay_keeper to too_strong                                      | may become leadrelay_keeper
        ; grant pg_execute_server_program to too_strong                             | may become pg_execute_server_program
        """)
    void each_thing_too_much_is_said(String more, String said) {
        // given
        SharedServer.prepareRoles(url);
        migrate(SharedServer.OWNER);
        JdbcClient superuser = SharedServer.superuser(url);
        superuser
                .sql("create role too_strong login in role leadrelay_app " + more)
                .update();

        // when
        try {
            assertThat(as("too_strong").excesses()).contains(said);
        } finally {
            superuser.sql("drop owned by too_strong; drop role too_strong").update();
        }
    }

    private DatabaseRole as(String user) {
        return new DatabaseRole(JdbcClient.create(new DriverManagerDataSource(url, user, "")));
    }

    private void migrate(String user) {
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
