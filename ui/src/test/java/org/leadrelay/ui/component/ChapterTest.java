package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LeadTopic;

class ChapterTest {

    private static final Set<Chapter> BY_TOPIC =
            Set.of(Chapter.TASKS, Chapter.PROMISES, Chapter.DECISIONS, Chapter.BUYER);

    @Test
    void the_chapter_of_promises_holds_every_line_of_a_promise() {
        assertThat(Chapter.PROMISES.kinds())
                .containsAll(Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().startsWith("PROMISE_"))
                        .toList());
    }

    @Test
    void the_chapter_of_the_buyer_holds_what_ends_a_talk_and_what_takes_facts_back() {
        assertThat(Chapter.BUYER.kinds())
                .contains(Kind.WITHDRAWN, Kind.REOPENED, Kind.IMPORT_UNDONE, Kind.FACT_REVERTED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_line_of_a_lead_but_its_steps_and_its_end_stands_in_one_chapter(Kind kind) {
        // given
        boolean inOne = kind.ofLead()
                && !Kind.of(LeadTopic.STEP).contains(kind)
                && !Kind.of(LeadTopic.JOURNEY).contains(kind);

        // when
        Set<Chapter> chapters = BY_TOPIC.stream()
                .filter(chapter -> chapter.kinds().contains(kind))
                .collect(Collectors.toSet());

        // then
        assertThat(chapters).hasSize(inOne ? 1 : 0);
        assertThat(Chapter.ALL.kinds().contains(kind)).isEqualTo(kind.ofLead());
    }
}
