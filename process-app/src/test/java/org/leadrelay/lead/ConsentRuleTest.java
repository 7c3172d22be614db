package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.lead.ConsentRule.Said;
import org.leadrelay.lead.ConsentRule.Verdict;

/** Every pair of an objection and a consent, by kind, moment and channel. */
class ConsentRuleTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant RECORDED = NOON.plus(Duration.ofHours(2));
    private static final Set<StatementKind> DATED = EnumSet.of(StatementKind.DATED_CELL, StatementKind.DATED_RECORD);

    /** When the consent speaks, against an objection at noon; recorded two hours after it. */
    private enum When {
        EARLIER(NOON.minusSeconds(1)),
        SAME(NOON),
        LATER(NOON.plusSeconds(1)),
        FUTURE(RECORDED.plusSeconds(1)),
        UNKNOWN(null);

        private final @Nullable Instant at;

        When(@Nullable Instant at) {
            this.at = at;
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Channel.values())
                .flatMap(channel -> Stream.of(StatementKind.values())
                        .flatMap(objection -> Stream.of(StatementKind.values())
                                .map(consent -> Arguments.of(channel, objection, consent))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_objection_ends_only_by_the_persons_own_later_word(
            Channel channel, StatementKind objects, StatementKind consents) {
        for (When when : When.values()) {
            for (boolean objectionFirst : new boolean[] {true, false}) {
                // given
                Said objection = said(objectionFirst ? 1 : 2, channel, false, objects, NOON, RECORDED);
                Said consent = said(objectionFirst ? 2 : 1, channel, true, consents, when.at, RECORDED);

                // when
                Verdict verdict = verdict(channel, consent, objection);

                // then
                boolean ends = consents == StatementKind.OWN_WORD && when == When.LATER;
                assertThat(verdict.permitted())
                        .as(when + " recorded " + objectionFirst)
                        .isEqualTo(ends);
                assertThat(verdict.deciding()).isEqualTo(ends ? consent : objection);
                assertThat(verdict.others()).hasSize(1);
                assertThat(!verdict.toDecide().isEmpty()).isEqualTo(DATED.contains(consents) && when == When.LATER);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StatementKind.class)
    void an_objection_without_a_moment_is_older_than_the_persons_word_and_than_nothing_else(StatementKind consents) {
        for (When when : When.values()) {
            Verdict verdict = verdict(
                    Channel.MAIL,
                    said(1, Channel.MAIL, true, consents, when.at, RECORDED),
                    said(2, Channel.MAIL, false, StatementKind.UNDATED_CELL, null, RECORDED));

            assertThat(verdict.permitted())
                    .as("%s", when)
                    .isEqualTo(consents == StatementKind.OWN_WORD && when != When.FUTURE && when != When.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(StatementKind.class)
    void a_consent_permits_where_nobody_objected_unless_its_moment_lay_ahead(StatementKind kind) {
        for (When when : When.values()) {
            Verdict verdict = verdict(Channel.CALL, said(1, Channel.CALL, true, kind, when.at, RECORDED));

            assertThat(verdict.permitted()).as("%s", when).isEqualTo(when != When.FUTURE);
            assertThat(verdict.objected()).isFalse();
        }
    }

    @Test
    void an_objection_after_the_persons_word_counts_again_and_the_word_says_why_it_does_not() {
        Said first = own(1, false, NOON);
        Said word = own(2, true, NOON.plusSeconds(10));
        Said again = own(3, false, NOON.plusSeconds(20));

        Verdict verdict = verdict(Channel.MAIL, first, word, again);

        assertThat(verdict.deciding()).isEqualTo(again);
        assertThat(verdict.others()).isEqualTo(Map.of(1L, ConsentWhy.ENDED, 2L, ConsentWhy.NOT_LATER));
    }

    @Test
    void a_word_dated_ahead_does_not_lift_when_its_day_has_come() {
        Said ahead = own(1, true, RECORDED.plus(Duration.ofDays(20_000)));
        Said objection = own(2, false, NOON);

        assertThat(verdict(Channel.MAIL, ahead, objection).others()).containsEntry(1L, ConsentWhy.POST_DATED);
    }

    @Test
    void an_objection_dated_ahead_counts_from_when_it_was_recorded() {
        Said objection = own(1, false, RECORDED.plus(Duration.ofDays(20_000)));
        Said word =
                said(2, Channel.MAIL, true, StatementKind.OWN_WORD, RECORDED.plusSeconds(1), RECORDED.plusSeconds(1));

        assertThat(verdict(Channel.MAIL, objection).objected()).isTrue();
        assertThat(verdict(Channel.MAIL, objection, word).permitted()).isTrue();
    }

    @Test
    void what_a_person_dismissed_is_asked_no_more() {
        Said objection = own(1, false, NOON);
        Said claim = new Said(2, Channel.MAIL, true, StatementKind.DATED_CELL, NOON.plusSeconds(5), RECORDED, true);

        Verdict verdict = verdict(Channel.MAIL, objection, claim);

        assertThat(verdict.toDecide()).isEmpty();
        assertThat(verdict.others()).containsEntry(2L, ConsentWhy.DISMISSED);
    }

    @Test
    void a_declaration_decides_only_where_nothing_was_said_about_this_person() {
        Said cell = said(1, Channel.MAIL, true, StatementKind.UNDATED_CELL, null, RECORDED);
        Said declared = said(2, Channel.MAIL, true, StatementKind.DECLARATION, RECORDED, RECORDED);

        assertThat(verdict(Channel.MAIL, cell, declared).deciding()).isEqualTo(cell);
        assertThat(verdict(Channel.MAIL, declared).deciding()).isEqualTo(declared);
    }

    @Test
    void channels_do_not_speak_for_each_other_but_who_refuses_both_is_not_reached_at_the_source() {
        ContactPoint atSource = ContactPoint.external("crm", "1");
        Said noMail = own(1, false, NOON);
        Said noCall = said(2, Channel.CALL, false, StatementKind.FORM, NOON, RECORDED);
        Said notThere = said(3, Channel.AT_SOURCE, false, StatementKind.FORM, NOON, RECORDED);

        assertThat(permitted(atSource)).containsExactly(Channel.AT_SOURCE);
        assertThat(permitted(atSource, noMail)).containsExactly(Channel.AT_SOURCE);
        assertThat(permitted(atSource, noMail, noCall)).isEmpty();
        assertThat(permitted(atSource, notThere)).isEmpty();
    }

    @Test
    void the_reference_prints_the_table_that_the_rule_computes() throws Exception {
        String page = Files.readString(Path.of("../docs/reference/consent.md"));

        for (String line : table()) {
            assertThat(page).contains(line);
        }
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>();
        for (StatementKind kind : StatementKind.values()) {
            if (kind != StatementKind.REMEMBERED) {
                StringBuilder line = new StringBuilder("| `" + kind + "` |");
                for (When when : When.values()) {
                    Verdict verdict = verdict(
                            Channel.MAIL, own(1, false, NOON), said(2, Channel.MAIL, true, kind, when.at, RECORDED));
                    line.append(' ').append(outcome(verdict)).append(" |");
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static String outcome(Verdict verdict) {
        if (verdict.permitted()) {
            return "**permitted**";
        }
        return verdict.toDecide().isEmpty() ? "objection" : "a person decides";
    }

    private static Set<Channel> permitted(ContactPoint contact, Said... said) {
        return ConsentRule.permitted(contact, ConsentRule.decide(List.of(said)));
    }

    private static Verdict verdict(Channel channel, Said... said) {
        return ConsentRule.decide(List.of(said)).get(channel);
    }

    private static Said own(long number, boolean given, Instant at) {
        return said(number, Channel.MAIL, given, StatementKind.OWN_WORD, at, RECORDED);
    }

    private static Said said(
            long number, Channel channel, boolean given, StatementKind kind, @Nullable Instant at, Instant recordedAt) {
        return new Said(number, channel, given, kind, at, recordedAt, false);
    }
}
