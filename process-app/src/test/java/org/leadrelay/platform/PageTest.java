package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 500", "2000, 500", "1000000, 1"})
    void pages_within_the_bounds_are_taken(int page, int size) {
        assertThatCode(() -> Page.check(page, size)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-1, 50, page", "2001, 500, page", "2147483647, 500, page", "0, 0, size", "0, 501, size", "0, -1, size"
    })
    void what_is_out_of_bounds_is_named(int page, int size, String field) {
        assertThatThrownBy(() -> Page.check(page, size))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50, offset", "1000001, 50, offset", "0, 0, limit", "0, 501, limit"})
    void rows_out_of_bounds_are_named(int offset, int limit, String field) {
        assertThatThrownBy(() -> Page.checkRows(offset, limit))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(field);
    }
}
