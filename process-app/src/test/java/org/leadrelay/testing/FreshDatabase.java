package org.leadrelay.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the application a database of its own on the server that all tests of one run share. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        use(SharedServer.newDatabase(), context);
    }

    /** For a test that fills its database before the application starts. */
    public static void use(String url, ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + SharedServer.APPLICATION,
                        "spring.flyway.user=" + SharedServer.OWNER,
                        "spring.datasource.hikari.maximum-pool-size=10",
                        "spring.datasource.hikari.minimum-idle=1",
                        "spring.datasource.hikari.allow-pool-suspension=true")
                .applyTo(context);
    }
}
