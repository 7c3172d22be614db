package org.leadrelay.platform.embedded;

import org.leadrelay.platform.ConditionalOnDemo;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the embedded PostgreSQL: the connection pool asks for its address here, so the server is up
 * before it and goes down after it.
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
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedServer.USER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }
}
