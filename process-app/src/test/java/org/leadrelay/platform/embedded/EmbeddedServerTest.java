package org.leadrelay.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    Path directory;

    @Test
    void what_was_committed_is_there_after_a_second_start() throws SQLException {
        // given
        try (EmbeddedServer first = EmbeddedServer.start(directory)) {
            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            run(first, "create table kept(n int)");
            run(first, "insert into kept values (42)");
        }

        // when
        try (EmbeddedServer second = EmbeddedServer.start(directory)) {

            // then
            assertThat(ask(second, "select n from kept")).isEqualTo("42");
        }
    }

    @Test
    void what_an_earlier_version_made_as_superuser_is_handed_over_at_the_next_start() throws SQLException {
        // given
        try (EmbeddedServer first = EmbeddedServer.start(directory)) {
            run(first, "create table made_before(n int generated always as identity)");
            run(first, "create function made_before() returns int language sql return 1");
            run(first, "create collation made_before (provider = icu, locale = 'und')");
            run(first, "create type row_made_before as (word text)");
            run(first, "create type choice_made_before as enum ('one')");
            run(first, "create domain word_made_before as text");
            run(first, "alter role leadrelay_app superuser");
        }

        // when
        try (EmbeddedServer second = EmbeddedServer.start(directory)) {

            // then
            assertThat(ask(second, """
                select string_agg(distinct owner::regrole::text, ', ') from (
                    select relowner from pg_class where relnamespace = 'public'::regnamespace
                    union all select proowner from pg_proc where pronamespace = 'public'::regnamespace
                    union all select collowner from pg_collation where collnamespace = 'public'::regnamespace
                    union all select typowner from pg_type where typnamespace = 'public'::regnamespace
                    union all select nspowner from pg_namespace where nspname = 'public') made (owner)
                """)).isEqualTo("leadrelay_owner");
            assertThat(ask(second, """
                select string_agg(rolname || ' ' || rolcanlogin, ', ' order by rolname) from pg_roles
                where rolname like 'leadrelay%' and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication)
                """))
                    .isEqualTo("leadrelay_app true, leadrelay_auditor false, leadrelay_keeper false,"
                            + " leadrelay_owner true");
        }
    }

    @Test
    void a_second_process_is_told_that_the_directory_is_in_use() {
        try (EmbeddedServer first = EmbeddedServer.start(directory)) {
            assertThat(first.jdbcUrl()).contains("localhost");
            assertThatThrownBy(() -> EmbeddedServer.start(directory))
                    .isInstanceOf(EmbeddedServerFailed.class)
                    .hasMessageContaining("already running");
        }
    }

    @Test
    void half_a_cluster_is_set_aside_and_a_new_one_made() throws Exception {
        // given
        Path cluster = Files.createDirectories(directory.resolve("postgresql-17"));
        Files.writeString(cluster.resolve("postgresql.conf"), "");

        // when
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {

            // then
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(directory.resolve("postgresql-17.incomplete")).isDirectory();
        }
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "postgres", "");
    }
}
