package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.platform.Conflict;
import org.springframework.context.i18n.LocaleContextHolder;

class RefusalsInGermanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @BeforeEach
    void german() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "won, gewonnen",
        "lost, verloren",
        "disqualified, ausgeschieden",
        "dormant, ruhend",
        "withdrawn, zurückgezogen"
    })
    void a_journey_that_has_ended_says_how(String end, String inGerman) {
        // given
        JourneyEntity journey = JourneyEntity.first(UUID.randomUUID(), NOW);
        journey.end(end, NOW);

        // when, then
        assertThatThrownBy(() -> journey.giveEndReason("again"))
                .isInstanceOf(Conflict.class)
                .hasMessage("Der Weg dieses Leads ist schon zu Ende: " + inGerman + ".");
    }

    @Test
    void a_text_that_is_too_long_says_by_how_much() {
        assertThat(TextRules.problem("x".repeat(1_234), 1_000))
                .isEqualTo("Zu lang: 1234 Zeichen, höchstens 1000. Kürzen Sie den Text.");
    }

    @Test
    void a_character_that_nobody_sees_is_named() {
        assertThat(TextRules.problem("a\u0007b", 10)).isEqualTo("Enthält das Steuerzeichen U+0007. Entfernen Sie es.");
    }
}
