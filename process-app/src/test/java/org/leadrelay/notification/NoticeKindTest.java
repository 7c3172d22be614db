package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.platform.Wording;

/** What a new kind of notice has to bring: its words, and its row on the page. WordingTest compares the languages. */
class NoticeKindTest {

    private static final Wording KINDS = Wording.of(NoticeWords.class, "kinds");

    @ParameterizedTest
    @EnumSource
    void every_kind_has_a_name_a_line_of_the_bell_a_subject_and_a_first_sentence_of_its_mail(NoticeKind kind) {
        assertThat(Stream.of("name", "bell", "subject", "why"))
                .allSatisfy(part -> assertThat(KINDS.find(Locale.ENGLISH, part + "." + kind.code(), "", ""))
                        .as(part)
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void the_page_says_by_which_channels_a_kind_is_told_to_those_who_chose_nothing(NoticeKind kind) throws Exception {
        // given
        String page = Files.readString(Path.of("../docs/reference/notices.md"));

        // when
        Stream<String> row = page.lines()
                .filter(line -> line.startsWith("| `" + kind.code() + "` | ") && line.split("\\|").length == 4);

        // then
        String channels = switch (kind.usually()) {
            case OFF -> "bell";
            case NOW -> "bell, mail at once";
            case DIGEST -> "bell, mail in the digest";
        };
        assertThat(row).singleElement().asString().endsWith("| " + channels + " |");
    }
}
