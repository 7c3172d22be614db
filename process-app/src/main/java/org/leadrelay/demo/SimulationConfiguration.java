package org.leadrelay.demo;

import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.promise.Breaches;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configuration of the simulated people of the demo's past: who they are, and how many come. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDemo
class SimulationConfiguration {

    private static final long SEED = 20_260_302;
    private static final double LEADS_A_DAY = 4;

    @Bean
    SimulatedStaff simulatedStaff(
            CurrentPerson current,
            People people,
            TaskQueries worklist,
            TaskCommands work,
            JdbcClient jdbc,
            BusinessCalendars calendars) {
        return new SimulatedStaff(current, people, worklist, work, jdbc, calendars::forRep, SEED);
    }

    @Bean
    SimulatedReading simulatedReading(
            CurrentPerson current,
            People people,
            TaskQueries worklist,
            Breaches breaches,
            Notices notices,
            JdbcClient jdbc,
            BusinessCalendars calendars) {
        return new SimulatedReading(current, people, worklist, breaches, notices, jdbc, calendars::forRep, SEED);
    }

    @Bean
    SimulatedVisitors simulatedVisitors(LeadCapture captures, Charter charter) {
        return new SimulatedVisitors(captures, charter.calendar().zone(), LEADS_A_DAY, SEED);
    }
}
