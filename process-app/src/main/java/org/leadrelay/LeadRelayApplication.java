package org.leadrelay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Main class: with the views on the class path the all-in-one, without them a worker node. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LeadRelayApplication {

    public static void main(String[] args) {
        SpringApplication.run(LeadRelayApplication.class, args);
    }
}
