package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WhoMayWhatPageTest {

    private static final Path PAGE = Path.of("../docs/reference/who-may-what.md");

    @Test
    void the_page_is_what_the_file_says() throws IOException {
        // given
        String printed = WhoMayWhatPage.of(WhoMayWhat.read());
        if (Boolean.getBoolean("who-may-what.write")) {
            Files.writeString(PAGE, printed);
        }

        // then
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/reference/who-may-what.md, printed from %s. Print it anew: %s",
                        WhoMayWhat.FILE, WhoMayWhatPage.COMMAND)
                .isEqualTo(printed);
    }

    @Test
    void a_cell_that_says_neither_yes_nor_no_is_refused_with_its_row() {
        String row = "| GET /api/me | See yourself | - |" + " maybe |".repeat(13) + " - |";
        assertThatThrownBy(() -> WhoMayWhat.parse("## Me\n" + row))
                .hasMessageContaining("'maybe' in the row of GET /api/me")
                .hasMessageContaining("Write yes, team, own or no");
    }

    @Test
    void a_row_with_a_cell_too_few_is_refused_with_its_operation() {
        assertThatThrownBy(() -> WhoMayWhat.parse("## Me\n| GET /api/me | See | - | yes |"))
                .hasMessageContaining("the row of GET /api/me has");
    }
}
