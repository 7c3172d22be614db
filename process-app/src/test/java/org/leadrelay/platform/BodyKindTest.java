package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large a request may be, by what it is; and how a list is answered. */
class BodyKindTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "POST, /intake/web-to-lead,              FORM",
        "POST, /api/leads,                       LEADS",
        "POST, /api/leads/x/withdraw,            ORDINARY",
        "PUT,  /api/leads,                       ORDINARY",
        "POST, /api/imports,                     FILE",
        "POST, /api/imports/preview,             FILE",
        "POST, /api/redesign/check,              MODELS",
        "POST, /api/imports/x/start,             ORDINARY",
        "POST, /VAADIN/dynamic/resource/1/upload, FILE",
        "GET,  /VAADIN/dynamic/resource/1/upload, ORDINARY",
        "POST, /VAADIN/push,                     ORDINARY"
    })
    void only_what_carries_a_file_or_many_leads_may_be_large(String method, String path, BodyKind kind) {
        assertThat(BodyKind.of(method, path)).isEqualTo(kind);
    }

    @Test
    void a_megabyte_has_1024_times_1024_bytes() {
        assertThat(BodyKind.ORDINARY.bytes()).isEqualTo(1_048_576);
        assertThat(BodyKind.FILE.bytes()).isGreaterThan(BodyKind.LARGEST_FILE_MEGABYTES * 1_048_576L);
    }

    @Test
    void a_page_keeps_the_number_of_all_when_its_rows_change() {
        assertThat(new Page<>(List.of(1, 2), 7).map(each -> "n" + each)).isEqualTo(new Page<>(List.of("n1", "n2"), 7));
        assertThat(Page.ofAll(List.of(1, 2)).total()).isEqualTo(2);
    }
}
