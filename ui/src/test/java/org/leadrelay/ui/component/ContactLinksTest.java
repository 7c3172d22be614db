package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactLinksTest {

    @ParameterizedTest
    @CsvSource({
        "ada@engines.example, mailto:ada@engines.example",
        "ada+leads@engines.example, mailto:ada%2Bleads@engines.example",
        "a&b?c@engines.example, mailto:a%26b%3Fc@engines.example",
        "jörg@engines.example, mailto:j%C3%B6rg@engines.example"
    })
    void an_address_is_written_so_that_nothing_in_it_means_anything_else(String address, String link) {
        assertThat(ContactLinks.mail(address)).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 123456, tel:+4930123456",
        "+49 (0) 30 123-456, tel:+4930123456",
        "(030) 12 34 56, tel:030123456",
        "+1 (555) 010-0199 ext. 12, tel:+15550100199;ext=12",
        "030/1234-5 Durchwahl 7, tel:03012345;ext=7",
        "٠٣٠ ١٢٣, tel:030123"
    })
    void a_number_is_dialled_by_its_digits(String number, String link) {
        assertThat(ContactLinks.phone(number)).isEqualTo(link);
    }
}
