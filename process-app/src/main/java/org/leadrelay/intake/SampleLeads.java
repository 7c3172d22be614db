package org.leadrelay.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.leadrelay.access.Actor;
import org.leadrelay.lead.Declaration;
import org.leadrelay.platform.ConditionalOnDemo;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sample data of the demo: invented people, brought in by the import like anybody's. */
@Component
@ConditionalOnDemo
class SampleLeads {

    private final Imports imports;
    private final JdbcClient jdbc;

    SampleLeads(Imports imports, JdbcClient jdbc) {
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bring() throws IOException {
        boolean first = jdbc.sql("select not exists (select 1 from import_job)")
                .query(Boolean.class)
                .single();
        if (first) {
            Declaration declared =
                    new Declaration(true, true, "enquiry", "These people, who do not exist, asked for an offer.");
            try (InputStream file = new ClassPathResource("samples/leads.csv").getInputStream()) {
                imports.startOwn(
                        "samples.csv", file, new ImportMapping(List.of(), declared, "samples", null), Actor.SYSTEM);
            }
        }
    }
}
