package org.leadrelay.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** What an auditor opens beside a line, and what it asks of the database. */
@ProductTest
class EvidenceReaderTest {

    @Autowired
    EvidenceReader evidence;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc http;

    private final UUID lead = UUID.randomUUID();
    private final UUID promise = UUID.randomUUID();

    @BeforeEach
    void aPromise() {
        cast.person("watcher", Roles.AUDITOR);
        cast.person("ada", Roles.SALES_REP);
        write(Kind.PROMISE_OPENED, Map.of("promise", promise.toString(), "clause", "makeContact"));
    }

    @Test
    void a_promise_with_many_lines_asks_no_more_than_one_with_few() {
        // given
        remind(2);
        cast.actingAs("watcher");
        statements();
        int few = statements();
        // when
        cast.actingAsNobody();
        remind(20);
        cast.actingAs("watcher");
        // then
        assertThat(statements()).isEqualTo(few);
    }

    @Test
    void a_line_names_people_and_its_raw_form_alone_is_answered() throws Exception {
        // given
        remind(1);
        cast.actingAs("watcher");
        // when
        Evidence found = evidence.of(lead, 2, Locale.ENGLISH);
        // then
        assertThat(found.line().details()).containsEntry("holder", "ada");
        assertThat(found.line().raw()).doesNotContain("ada");
        assertThat(found.promise())
                .isNotNull()
                .extracting(PromiseEvidence::promise)
                .isEqualTo(promise);
        http.perform(get("/api/audit/lines?lead=" + lead).with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(jsonPath("$.items[*].kind", hasItem("promise-reminded")))
                .andExpect(jsonPath("$.items[0].details").doesNotExist());
    }

    private void remind(int times) {
        for (int i = 0; i < times; i++) {
            write(Kind.PROMISE_REMINDED, Map.of("promise", promise.toString(), "holder", "ada"));
        }
    }

    private void write(Kind kind, Map<String, ?> details) {
        transactions.executeWithoutResult(status -> log.add(new Entry(lead, kind, null, details)));
    }

    private int statements() {
        return Statements.of(() -> evidence.of(lead, 2, Locale.ENGLISH));
    }
}
