package org.leadrelay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leadrelay.testing.SharedServer;

class MigrationsTest {

    @Test
    void the_argument_migrate_makes_every_table_as_the_role_that_is_given_and_ends() {
        // given
        String url = SharedServer.newDatabase();

        // when
        LeadRelayApplication.main(new String[] {
            "migrate", "--spring.datasource.url=" + url, "--spring.datasource.username=" + SharedServer.OWNER
        });

        // then
        assertThat(SharedServer.superuser(url).sql("""
            select distinct tableowner from pg_tables where schemaname = 'public'
            """).query(String.class).list())
                .containsExactly(SharedServer.OWNER);
        assertThat(SharedServer.superuser(url).sql("""
            select tablename from pg_tables where schemaname = 'public'
            """).query(String.class).list())
                .contains("act_ru_task", "lead", "journey_log");
        assertThat(SharedServer.superuser(url).sql("""
            select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            """).query(Long.class).single())
                .isZero();
    }
}
