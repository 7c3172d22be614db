package org.leadrelay.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Health check of the database's collation for {@link Alphabet}. Lists in a lesser order are no reason to take a
 * node out of service.
 */
@Component("alphabet")
class AlphabetHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AlphabetHealth.class);

    private final JdbcClient jdbc;

    AlphabetHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        String lesser = lesser();
        return Health.up()
                .withDetail("sorting", lesser == null ? "by the alphabet of people (ICU)" : lesser)
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        String lesser = lesser();
        if (lesser != null) {
            LOG.warn("Names in lists are sorted {}", lesser);
        }
    }

    private @Nullable String lesser() {
        return jdbc.sql("""
            select provider from (select case when collprovider = 'i' then ''
                    else 'by the locale ' || collcollate || ', for the server has no ICU. Use a PostgreSQL'
                         || ' that was built with it, and create the collation "people" anew.' end as provider
                from pg_collation where collname = 'people') found
            where provider <> ''
            """).query(String.class).optional().orElse(null);
    }
}
