package org.leadrelay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Main class: with the views on the class path the all-in-one, without them a worker node. With the argument {@code
 * migrate} it migrates the database and ends: so a node needs no role that owns the tables.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LeadRelayApplication {

    public static void main(String[] args) {
        if (Migrations.areAskedFor(args)) {
            Migrations.run(args);
        } else {
            SpringApplication.run(LeadRelayApplication.class, args);
        }
    }
}
