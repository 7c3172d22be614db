package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone numbers in the form of E.164, read where their country or the company is. */
class PhonesTest {

    private final Phones phones = new Phones("DE");

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "030 1234567,       ,               +49301234567",
        "+43 1 5122345,     ,               +4315122345",
        "0043 1 5122345,    ,               +4315122345",
        "01 5122345,        Austria,        +4315122345",
        "01 5122345,        Österreich,     +4315122345",
        "01 5122345,        at,             +4315122345",
        "030 1234567,       Atlantis,       +49301234567",
        "(202) 555-0123,    United States,  +12025550123",
        "333,               ,               ",
        "call me,           ,               "
    })
    void a_number_has_one_form_where_it_is_a_number(String number, String country, String e164) {
        assertThat(phones.e164(number, country)).isEqualTo(e164);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"DE, Germany", "germany, Germany", "' Deutschland ', Germany", "GB, United Kingdom", "Atlantis, "})
    void a_country_is_known_by_its_code_and_in_english_and_german(String given, String country) {
        assertThat(phones.country(given)).isEqualTo(country);
    }
}
