package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.monday;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.lead.Signal.Kind;

/** The sentence that says why a lead is worth a rep's time, told on Monday at noon. */
class PitchTest {

    private static final Instant NOW = monday("12:00");

    static Stream<Arguments> pitches() {
        return Stream.of(
                Arguments.of(
                        "Downloaded something twice this week; 160 people, decides on purchases",
                        aLead().did(Kind.DOWNLOAD, 1)
                                .did(Kind.DOWNLOAD, 6)
                                .is("companySize", "160")
                                .is("source", "Webinar")
                                .answered("authority", "decides")),
                // the strongest of the week first, and no more than two of them
                Arguments.of(
                        "Asked for a meeting and visited the site 3 times this week; from Webinar",
                        aLead().did(Kind.VISIT, 1)
                                .did(Kind.VISIT, 2)
                                .did(Kind.VISIT, 3)
                                .did(Kind.MEETING_ASKED, 2)
                                .is("source", "Webinar")),
                Arguments.of(
                        "Filled in a form and downloaded something this week; from Google",
                        aLead().did(Kind.DOWNLOAD, 1)
                                .did(Kind.MAIL_OPENED, 1)
                                .did(Kind.FORM, 1)
                                .is("source", "Google")),
                // what is older than a week is told as such, and counts no more once the month has passed
                Arguments.of(
                        "Clicked a link in the last 30 days; 1 person",
                        aLead().did(Kind.CLICK, 8).is("companySize", "1")),
                Arguments.of(
                        "Last heard of 6 weeks ago: opened a mail; Head of Purchasing",
                        aLead().did(Kind.MAIL_OPENED, 45).did(Kind.VISIT, 60).is("title", "Head of Purchasing")),
                Arguments.of("Little is known: from Reference", aLead().is("source", "Reference")),
                Arguments.of("Nothing is known yet but the contact", aLead()),
                // no figure that one could count, and no answer that says nothing
                Arguments.of(
                        "Little is known: from Reference",
                        aLead().is("source", "Reference")
                                .is("companySize", "51 to 200")
                                .answered("authority", "unknown")
                                .answered("timeframe", "later")
                                .answered("budget", "false")),
                // who decides is what marketing was told, not what the title suggests
                Arguments.of(
                        "Machine building, recommends purchases, has a need, wants to decide within a month; from Fair",
                        aLead().is("industry", "Machine building")
                                .is("title", "Managing director")
                                .is("source", "Fair")
                                .answered("authority", "recommends")
                                .answered("need", "yes")
                                .answered("timeframe", "now")
                                .answered("budget", "true")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pitches")
    void a_lead_is_told_as_a_rep_would(String sentence, Lead lead) {
        assertThat(new Pitch(Locale.ENGLISH, NOW).sentence(lead.known())).isEqualTo(sentence);
    }

    @Test
    void it_is_told_in_german_too() {
        assertThat(new Pitch(Locale.GERMAN, NOW)
                        .sentence(aLead().did(Kind.DOWNLOAD, 1)
                                .did(Kind.DOWNLOAD, 2)
                                .is("companySize", "160")
                                .answered("authority", "decides")
                                .known()))
                .isEqualTo("Zweimal etwas heruntergeladen in dieser Woche; 160 Leute, entscheidet über den Kauf");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_signal_can_be_told(Kind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(new Pitch(locale, NOW).sentence(aLead().did(kind, 1).known()))
                    .doesNotContain("{", "pitch.");
        }
    }

    @Test
    void a_signal_without_a_moment_was_heard_just_now() {
        assertThat(new Pitch(Locale.ENGLISH, NOW)
                        .sentence(new Pitch.Known(List.of(new Signal(Kind.CLICK, null, "web")), Map.of(), Map.of())))
                .isEqualTo("Clicked a link this week");
    }

    private static Lead aLead() {
        return new Lead();
    }

    /** A lead in words. */
    private static final class Lead {
        private final List<Signal> signals = new ArrayList<>();
        private final Map<String, String> facts = new HashMap<>();
        private final Map<String, String> answers = new HashMap<>();

        Lead did(Kind kind, int daysAgo) {
            signals.add(new Signal(kind, NOW.minus(Duration.ofDays(daysAgo)), "web"));
            return this;
        }

        Lead is(String fact, String value) {
            facts.put(fact, value);
            return this;
        }

        Lead answered(String question, String code) {
            answers.put(question, code);
            return this;
        }

        Pitch.Known known() {
            return new Pitch.Known(signals, answers, facts);
        }

        @Override
        public String toString() {
            return signals + " " + facts + " " + answers;
        }
    }
}
