package org.leadrelay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.journal.Kind;

class OperationSentencesTest {

    private static final Map<String, String> NAMES =
            Map.of("ann", "Ann Admin", "ada", "Ada Byron", "page", "Page, Petra");

    private static final String KNOWN = "hmac-sha256:" + "a".repeat(64);
    private static final String ERASED = "hmac-sha256:" + "b".repeat(64);
    private static final Map<String, String> WORDS = Map.of(KNOWN, "page");

    private final OperationSentences sentences = new OperationSentences(ZoneId.of("Europe/Berlin"));

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(
                        "Ann Admin changed Ada Byron: roles sales-rep → auditor, sales-rep",
                        "Ann Admin hat Ada Byron geändert: Rollen sales-rep → auditor, sales-rep",
                        Kind.PERSON_CHANGED,
                        "ada",
                        Map.of("rolesBefore", List.of("sales-rep"), "roles", List.of("auditor", "sales-rep"))),
                Arguments.of(
                        "Ann Admin named who signs for marketing: head none → Ada Byron",
                        "Ann Admin hat benannt, wer für das Marketing unterschreibt: Leitung nichts → Ada Byron",
                        Kind.MANDATE_GIVEN,
                        "head-of-marketing",
                        Map.of("holderBefore", "", "holder", "ada")),
                Arguments.of(
                        "Wrong passwords for logins that nobody has: logins 3; new tries 40",
                        "Falsche Passwörter für Anmeldenamen, die niemand hat: Anmeldenamen 3; neue Versuche 40",
                        Kind.LOGIN_FAILED,
                        "unknown",
                        Map.of("tries", 40, "series", 3)),
                Arguments.of(
                        "Ada Byron made a personal token",
                        "Ada Byron hat ein persönliches Token erzeugt",
                        Kind.TOKEN_MADE,
                        "ada",
                        Map.of()),
                Arguments.of(
                        "Ann Admin took the calendar of Ada Byron away: calendar berlin → none; of rep",
                        "Ann Admin hat den Kalender von Ada Byron gestrichen: Kalender berlin → nichts; von rep",
                        Kind.CALENDAR_TAKEN,
                        "ada",
                        Map.of("calendarBefore", "berlin", "of", "rep")),
                Arguments.of(
                        "Ann Admin gave Ada Byron access back",
                        "Ann Admin hat Ada Byron den Zugang zurückgegeben",
                        Kind.PERSON_ACTIVATED,
                        "ada",
                        Map.of()),
                Arguments.of(
                        "Ann Admin gave Page, Petra access back",
                        "Ann Admin hat Page, Petra den Zugang zurückgegeben",
                        Kind.PERSON_ACTIVATED,
                        "page",
                        Map.of()),
                Arguments.of(
                        "Ann Admin named who signs for marketing: head Ada Byron → Page, Petra",
                        "Ann Admin hat benannt, wer für das Marketing unterschreibt: Leitung Ada Byron → Page, Petra",
                        Kind.MANDATE_GIVEN,
                        "head-of-marketing",
                        Map.of("holderBefore", "ada", "holder", "page")),
                Arguments.of(
                        "Ann Admin put charter version 2 before both sides: in force from Dec 14, 2026, 12:00 AM",
                        "Ann Admin hat die Version 2 der Charta beiden Seiten vorgelegt: gilt ab 14.12.2026, 00:00",
                        Kind.CHARTER_PROPOSED,
                        "2",
                        Map.of("effectiveFrom", "2026-12-13T23:00:00Z")),
                Arguments.of(
                        "Ann Admin saved a mapping for imports (page): mapping bbbbbbbb → aaaaaaaa",
                        "Ann Admin hat eine Zuordnung für Importe gespeichert (page): Zuordnung bbbbbbbb → aaaaaaaa",
                        Kind.MAPPING_SAVED,
                        KNOWN,
                        Map.of("mappingBefore", ERASED, "mapping", KNOWN)),
                Arguments.of(
                        "Ann Admin allowed web forms to return to an address (words that were erased, bbbbbbbb)",
                        "Ann Admin lässt Webformulare zu einer Adresse zurückkehren (gelöschte Worte, bbbbbbbb)",
                        Kind.RETURN_ADDRESS_ALLOWED,
                        ERASED,
                        Map.of()),
                Arguments.of(
                        "Ann Admin deleted a mapping for imports (hash cccccccc)",
                        "Ann Admin hat eine Zuordnung für Importe gelöscht (Hash cccccccc)",
                        Kind.MAPPING_DELETED,
                        "c".repeat(64),
                        Map.of()),
                Arguments.of(
                        "Ann Admin signed charter version 2: deputy no",
                        "Ann Admin hat die Version 2 der Charta unterschrieben: Vertretung nein",
                        Kind.CHARTER_SIGNED,
                        "2",
                        Map.of("deputy", false)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_line_is_told_with_the_old_and_the_new_value(
            String english, String german, Kind kind, String subject, Map<String, ?> details) {
        assertThat(said(kind, subject, details, Locale.ENGLISH)).isEqualTo(english);
        assertThat(said(kind, subject, details, Locale.GERMAN)).isEqualTo(german);
    }

    static Stream<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(each -> !Kind.ofLeads().contains(each));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_a_sentence_in_both_languages(Kind kind) {
        assertThat(said(kind, "x", Map.of(), Locale.ENGLISH)).contains(" ").doesNotContain("{", "''");
        assertThat(said(kind, "x", Map.of(), Locale.GERMAN))
                .contains(" ")
                .doesNotContain("{", "''")
                .isNotEqualTo(said(kind, "x", Map.of(), Locale.ENGLISH));
    }

    private String said(Kind kind, String subject, Map<String, ?> details, Locale locale) {
        return sentences.of(
                kind.code(), "ann", subject, details, login -> NAMES.getOrDefault(login, login), WORDS, locale);
    }
}
