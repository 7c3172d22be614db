package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {

    @ParameterizedTest
    @CsvSource({
        "Petra.Feld@Example.ORG,petra.feld@example.org",
        "petra\u200B@example.org,petra@example.org",
        "pet\u00ADra@exa\u2060mple.org,petra@example.org",
        "\u202Apetra@example.org\u202C,petra@example.org",
        "ｐｅｔｒａ＠ｅｘａｍｐｌｅ．ｏｒｇ,petra@example.org",
        "gru\u0308n@example.org,grün@example.org",
        "GRÜN@example.org,grün@example.org",
        "İNFO@EXAMPLE.ORG,info@example.org",
        "ﬁnn@example.org,finn@example.org",
        "anna@BÜCHER.example,anna@xn--bcher-kva.example",
        "anna@bu\u0308cher.example,anna@xn--bcher-kva.example",
        "anna@straße.example,anna@xn--strae-oqa.example",
        "mailto:petra@example.org,petra@example.org",
        "a@r3---b.example.org,a@r3---b.example.org",
    })
    void an_address_has_one_form(String given, String normal) {
        assertThat(Emails.normalise(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"petra\u00A0@example.org", "petra @example.org", "petra", "@x.org", "a@b"})
    void what_is_no_address_is_none(String given) {
        assertThat(Emails.normalise(given)).isEmpty();
    }

    @Test
    void sharp_s_reaches_nobody_elses_mailbox() {
        assertThat(Emails.normalise("strauß@example.org")).contains("strauß@example.org");
        assertThat(Emails.normalise("STRAUẞ@example.org")).contains("strauß@example.org");
    }

    @Test
    void earlier_spellings_of_an_address_are_known() {
        assertThat(Emails.spellings("grün@xn--strae-oqa.example"))
                .contains("gru\u0308n@xn--strae-oqa.example", "grün@strasse.example");
    }
}
