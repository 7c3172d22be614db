package org.leadrelay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** Costs as they are entered, kept and told. */
@ProductTest
@OwnDatabase
class CostsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired
    Costs costs;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void marketing() {
        database.empty();
        clock.set(SettableClock.MONDAY_MORNING.plusSeconds(300L * 86_400));
        cast.person("mara", Roles.MARKETING);
        cast.person("milo", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("hana", Roles.PROCESS_OWNER);
        cast.actingAs("mara");
    }

    @Test
    void the_newest_entry_counts_and_the_others_are_its_history() {
        // when
        assertThat(costs.enter(List.of(entry("other", "1200"), entry("-", "90.50"))))
                .isEqualTo(2);
        cast.actingAs("milo");
        assertThat(costs.enter(List.of(entry("other", "1300"), entry("-", "90.5"))))
                .isEqualTo(1);
        assertThat(costs.enter(List.of(entry("-", null)))).isEqualTo(1);

        // then
        CostSheet sheet = costs.sheet(MARCH, MARCH);
        assertThat(sheet.currency()).isEqualTo("EUR");
        assertThat(sheet.entries()).singleElement().satisfies(only -> {
            assertThat(only.amount()).isEqualByComparingTo("1300");
            assertThat(only.by()).isEqualTo("milo");
        });
        assertThat(sheet.sources()).endsWith("other", "-");
        assertThat(costs.changes("other", MARCH, 0, 10).items())
                .extracting(CostEntry::by)
                .containsExactly("milo", "mara");
        assertThat(costs.changes(null, null, 0, 2).total()).isEqualTo(4);
        assertThat(jdbc.sql(
                                "select details from journey_log join committed_words on commitment = subject"
                                        + " where kind = 'cost-entered' and words = 'other 2026-03' order by at, seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"amount\":1300", "\"amountBefore\":1200");
    }

    @Test
    void what_somebody_entered_since_it_was_read_is_not_overwritten_unseen() {
        // given
        costs.enter(List.of(entry("other", "1200")));
        long seen = costs.sheet(MARCH, MARCH).entries().get(0).number();
        costs.enter(List.of(entry("other", "1300")));

        // then
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> costs.enter(
                        List.of(entry("-", "5"), new CostOrder("other", "2026-03", BigDecimal.TEN, null, seen))))
                .withMessageContaining("1300");
        assertThat(costs.sheet(MARCH, MARCH).entries()).hasSize(1);
    }

    @Test
    void of_two_who_saw_nothing_there_one_is_told_of_the_other() throws Exception {
        // given
        AtomicInteger refused = new AtomicInteger();

        // when
        AtOnce.atOnce(2, node -> {
            cast.actingAs(node == 0 ? "mara" : "milo");
            try {
                costs.enter(List.of(new CostOrder("other", "2026-03", BigDecimal.valueOf(10L + node), null, 0L)));
            } catch (Conflict e) {
                refused.incrementAndGet();
            }
            return node;
        });

        // then
        assertThat(refused).hasValue(1);
        assertThat(costs.changes("other", MARCH, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void marketing_enters_them_readers_of_the_boards_read_them_and_reps_do_neither() {
        // given
        costs.enter(List.of(entry("other", "1200")));

        // then
        cast.actingAs("hana");
        assertThat(costs.sheet(null, null).entries()).isNotNull();
        assertThat(costs.mayEnter()).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> costs.enter(List.of(entry("other", "1"))));
        cast.actingAs("ada");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> costs.sheet(null, null));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> costs.changes(null, null, 0, 10));
    }

    @Test
    void over_rest_all_is_entered_or_nothing() throws Exception {
        mvc.perform(put("/api/costs")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("mara", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"entries": [{"source": "other", "month": "2026-03", "amount": 1200, "currency": "EUR"},
                                         {"source": "-", "month": "2026-3", "amount": -5, "currency": "XQQ"}]}
                            """))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("entries[1].month"))
                .andExpect(jsonPath("$.errors[1].field").value("entries[1].amount"))
                .andExpect(jsonPath("$.errors[2].field").value("entries[1].currency"));
        mvc.perform(put("/api/costs")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("mara", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"entries": [{"source": "other", "month": "2026-03", "amount": 1200.5}]}
                            """))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries[0].amount").value(1200.5))
                .andExpect(jsonPath("$.entries[0].by").value("mara"));
        mvc.perform(get("/api/costs?from=2026-01&to=2026-04")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("hana", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries.length()").value(1));
        mvc.perform(get("/api/costs?from=2026-04&to=2026-01")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("hana", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/costs?from=spring")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("hana", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("from"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null                                                              | entries[1]",
                "{\"source\": \"-\", \"month\": \"2026-03\", \"amount\": 1e-999999999}  | entries[1].amount",
                "{\"source\": \"-\", \"month\": \"2026-03\", \"amount\": -1e999999999}  | entries[1].amount",
                "{\"source\": \"-\", \"month\": \"9999-12\", \"amount\": 1}             | entries[1].month",
                "{\"source\": \"-\", \"month\": \"0000-01\", \"amount\": 1}             | entries[1].month",
                "{\"source\": \"-\", \"month\": \"2000-01\", \"amount\": 1}             | entries"
            })
    void what_cannot_be_is_refused_once_and_nothing_is_kept(String entry, String field) throws Exception {
        mvc.perform(put("/api/costs")
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic("mara", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"entries\": [{\"source\": \"other\", \"month\": \"2026-03\", \"amount\": 1200}, "
                                + entry + "]}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field));
        assertThat(costs.changes(null, null, 0, 10).total()).isZero();
    }

    private static CostOrder entry(String source, @Nullable String amount) {
        return new CostOrder(source, "2026-03", amount == null ? null : new BigDecimal(amount), null, null);
    }
}
