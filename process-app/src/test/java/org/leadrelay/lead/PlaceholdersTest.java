package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "n/a",
                "n.a.",
                "N. A.",
                "NULL",
                "(null)",
                "<null>",
                "\\N",
                "#N/A",
                "#NV",
                "#REF!",
                "#BEZUG!",
                "#DIV/0!",
                "#NAME?",
                "#WERT!",
                "#VALUE!",
                "0",
                "00",
                "0.0",
                "000000",
                "-",
                "--",
                "—",
                ".",
                "...",
                "?",
                "???",
                "/",
                "*",
                "none",
                "None",
                " NONE ",
                "nil",
                "unknown",
                "Undefined",
                "keine",
                "Kein",
                "keine Angabe",
                "k. A.",
                "k.A.",
                "leer",
                "Unbekannt",
                "nicht  vorhanden",
                "TBD",
                "xxx",
                "XX",
                "NaN",
                "Ｎ／Ａ",
                "n\u200B/a",
                "00000000-0000-0000-0000-000000000000",
                "aucun",
                "brak"
            })
    void placeholders_are_no_ids(String text) {
        assertThat(Placeholders.isNoId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "10",
                "100",
                "A0",
                "0A",
                "x",
                "x1",
                "NA-17",
                "Nil-4",
                "NULL-1",
                "none-such",
                "Keiner & Co",
                "#1",
                "#17",
                "Unknown Pleasures 12",
                "Kein-Öl GmbH",
                "1E5",
                "0x1F",
                "a3f0-0000",
                "王"
            })
    void ids_are_ids(String text) {
        assertThat(Placeholders.isNoId(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none@none.com",
                "NONE@NONE.COM",
                "noemail@company.example",
                "no-email@x.example",
                "no_email@x.example",
                "no.email@x.example",
                "nomail@x.example",
                "no@email.com",
                "na@na.com",
                "test@test.com",
                "test@test.de",
                "unknown@company.example",
                "unbekannt@firma.example",
                "keine@firma.example",
                "keine@keine.de",
                "keine-email@firma.example",
                "a@a.com",
                "xxx@xxx.xx",
                "asdf@asdf.com",
                "noreply@company.example",
                "no-reply@company.example",
                "null@null",
                "n/a",
                "-",
                "keine",
                "none"
            })
    void placeholder_addresses_name_nobody(String text) {
        assertThat(Placeholders.isNoEmail(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nil@example.org", "Nil.Kaya@example.org", "na@firma.example", "test@firma.example",
                "info@firma.example", "petra@email.com", "petra@test.com", "none.such@example.org",
                "keiner@example.org", "a@firma.example", "null.punkt@example.org", "no@firma.example",
                "nomi@example.org"
            })
    void addresses_of_people_are_kept(String text) {
        assertThat(Placeholders.isNoEmail(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000", "0", "1111111", "9999999999", "123456", "1234567890", "0123456789",
                "987654321", "+49 000000", "+49 1111111", "(000) 000-0000", "n/a", "keine", "-",
                "００００００", "٠٠٠٠٠٠"
            })
    void placeholder_numbers_reach_nobody(String text) {
        assertThat(Placeholders.isNoPhone(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 30 90182321",
                "030 12345",
                "+1 212 555 0100",
                "110",
                "+43 1 11112",
                "+44 20 7946 0000",
                "0800 1111112"
            })
    void numbers_of_people_are_kept(String text) {
        assertThat(Placeholders.isNoPhone(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.23457E+11",
                "1,23E+11",
                "1.2E5",
                "1E+15",
                "1.23457e+11",
                "-1.5E-07",
                "1.23457E+\u200B11",
                "１.２３E＋１１"
            })
    void what_a_spreadsheet_left_of_a_number_is_damaged(String text) {
        assertThat(Placeholders.isDamaged(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E5", "12E45678", "E11", "1.23457", "A1.2E5", "123457000000.0", "1.2E+1234"})
    void codes_with_an_e_are_not_damaged(String text) {
        assertThat(Placeholders.isDamaged(text)).isFalse();
    }
}
