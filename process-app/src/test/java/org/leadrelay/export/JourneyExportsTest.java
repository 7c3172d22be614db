package org.leadrelay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;

/** The export of a journey, verified as a third party would: with nothing but the zip and a JDK. */
@ProductTest
class JourneyExportsTest {

    @Autowired
    MockMvc http;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @TempDir
    Path folder;

    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void aLog() {
        cast.person("watcher", Roles.AUDITOR);
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.CAPTURED, Map.of());
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
        });
    }

    @Test
    void the_zip_verifies_itself_and_does_not_when_a_line_was_changed() throws Exception {
        // when
        unzip(export("journey.zip")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());

        // then
        assertThat(verify()).contains(lead + ": 2 lines verified up to 2, which is the last");
        Path lines = folder.resolve("journey.jsonl");
        Files.writeString(lines, Files.readString(lines).replace("visit", "form"));
        assertThat(verify()).contains("line-changed at line 2");
        assertThat(folder.resolve("README.txt")).content().contains("java VerifyLog.java journey.jsonl");
    }

    @Test
    void that_it_was_taken_is_on_record() throws Exception {
        // when
        String lines = export("journey.jsonl").andReturn().getResponse().getContentAsString();

        // then
        assertThat(lines.lines()).hasSize(3);
        assertThat(jdbc.sql("select count(*) from export_log where what = 'journey' and filter = ?")
                        .param(lead.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from journey_log where kind = 'exported' and details like ?")
                        .param("%" + lead + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void of_what_nobody_wrote_there_is_no_export() throws Exception {
        http.perform(get("/api/audit/leads/" + UUID.randomUUID() + "/journey.zip")
                        .with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_log_that_no_memory_should_hold_is_refused_in_words() throws Exception {
        // given
        database.tamper("insert into journey_log (lead_id, seq, at, kind, person, details, previous_hash, hash)"
                + " values ('" + lead + "', 100001, now(), 'signal', 'system', '{}', '', '')");

        // then
        export("journey.zip")
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail")
                        .value("100001 lines; a file holds at most 100000. Verify them here instead."));
        database.tamper("delete from journey_log where lead_id = '" + lead + "' and seq = 100001");
    }

    private ResultActions export(String file) throws Exception {
        return http.perform(get("/api/audit/leads/" + lead + "/" + file).with(httpBasic("watcher", Cast.PASSWORD)));
    }

    private void unzip(byte[] zip) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
        }
    }

    private String verify() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        folder.resolve("VerifyLog.java").toString(),
                        folder.resolve("journey.jsonl").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return said;
    }
}
