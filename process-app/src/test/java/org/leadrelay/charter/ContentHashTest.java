package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

class ContentHashTest {

    private static final CharterContent SAID = new CharterContent(
            "First",
            "Firms of 50 people and more.",
            "marketing",
            List.of(new PinnedTable("lead-fit", 1)),
            List.of(new AgreedQuestion("need", new Words("Is there a need?", "Gibt es einen Bedarf?"))),
            "EUR",
            List.of(new Figure(Metric.CLOSE_RATE, new BigDecimal("0.250"), "head-of-sales", LocalDate.of(2026, 6, 30))),
            List.of(new Clause(
                    "makeContact",
                    new Words("Make contact", "Kontakt aufnehmen"),
                    "sales-rep",
                    "Activity_MakeContact",
                    WorkAmount.of(Duration.ofHours(2)),
                    new WorkAmount(1, Duration.ofMinutes(30)),
                    new WorkAmount(2, Duration.ZERO),
                    0.5)),
            List.of(new Rung("makeContact", Rung.Moment.OVERDUE, WorkAmount.NONE, Rung.HOLDER)),
            Map.of("lostReasons", List.of(new AgreedOption("price", new Words("Too dear", "Zu teuer"), null))),
            Map.of("lostReasons", new Words("Reasons why a lead is lost", "Gründe, warum ein Lead verloren ist")),
            new Limits(60, 3, 3, 4, WorkAmount.of(Duration.ofHours(8)), 3),
            "default");

    @Test
    void what_was_signed_years_ago_keeps_its_hash() {
        assertThat(ContentHash.of(7, Instant.parse("2026-03-02T08:00:00Z"), SAID))
                .as("a signature stands under this number: never change it, give a new part of the text a form"
                        + " that leaves older texts as they were")
                .isEqualTo("87f3d15ab08c8803a6992962563d0acbe5feb7e9e277b89e81675afc04fafa9c");
    }

    @Test
    void another_label_is_another_text() {
        CharterContent renamed = SAID.rewriting()
                .listLabel("lostReasons", new Words("Why it was lost", "Gründe, warum ein Lead verloren ist"))
                .text();
        assertThat(ContentHash.of(7, null, renamed)).isNotEqualTo(ContentHash.of(7, null, SAID));
    }
}
