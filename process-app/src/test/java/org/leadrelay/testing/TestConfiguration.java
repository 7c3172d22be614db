package org.leadrelay.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Teams;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.process.EndedProcesses;
import org.leadrelay.process.EngineDriver;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Imported by {@link ProductTest}; no {@code @Configuration}, which would be found by the product's
 * own scan.
 */
@Import({EngineDriver.class, EndedProcesses.class})
class TestConfiguration {

    @Bean
    SettableClock baseClock() {
        return new SettableClock();
    }

    /** The product's own takes 80 ms for each password, on purpose. */
    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    TemplateDatabase templateDatabase(HikariDataSource pool, NodeBroadcast nodes, ApplicationContext context) {
        return new TemplateDatabase(pool, nodes, context);
    }

    @Bean
    Database database(HikariDataSource pool, NodeBroadcast nodes) {
        return new Database(pool.getJdbcUrl(), nodes);
    }

    @Bean
    Cast cast(People people, Teams teams, CurrentPerson currentPerson) {
        return new Cast(people, teams, currentPerson);
    }
}
