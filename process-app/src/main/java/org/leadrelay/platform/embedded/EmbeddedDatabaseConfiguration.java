package org.leadrelay.platform.embedded;

import org.leadrelay.platform.ConditionalOnDemo;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the embedded PostgreSQL: connection pool and migrations ask for its address here, so the server is
 * up before them and goes down after them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDemo
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(EmbeddedDatabaseProperties properties) {
        return EmbeddedServer.start(properties.directory());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new Application(server);
    }

    @Bean
    FlywayConnectionDetails embeddedMigrations(EmbeddedServer server) {
        return new Migrations(server);
    }

    /** Connection to the embedded server as one of its roles, none of which has a password. */
    static class Connection {

        private final EmbeddedServer server;
        private final String role;

        Connection(EmbeddedServer server, String role) {
            this.server = server;
            this.role = role;
        }

        public String getUsername() {
            return role;
        }

        public String getPassword() {
            return "";
        }

        public String getJdbcUrl() {
            return server.jdbcUrl();
        }
    }

    private static final class Application extends Connection implements JdbcConnectionDetails {

        Application(EmbeddedServer server) {
            super(server, ServerRoles.APPLICATION);
        }
    }

    private static final class Migrations extends Connection implements FlywayConnectionDetails {

        Migrations(EmbeddedServer server) {
            super(server, ServerRoles.OWNER);
        }
    }
}
