package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.OutboxTable.Mail;

/** When letters about boards go into the outbox, and to whom. */
class BoardLetterJobTest extends BoardLetterTest {

    @Test
    void whoever_qualified_a_lead_gets_the_letter_on_the_next_monday_and_not_before() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));

        // when
        job.sweep();

        // then
        assertThat(mails()).isEmpty();

        // and when
        clock.set(NEXT_MONDAY.minusSeconds(1));
        job.sweep();

        // then
        assertThat(mails()).isEmpty();
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY);

        // and when
        clock.set(NEXT_MONDAY);
        job.sweep();
        job.sweep();

        // then
        assertThat(mails()).extracting(Mail::login).containsExactly("mara");
    }

    @Test
    void two_nodes_send_a_letter_once() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        qualified("milan", lead("Grace Hopper"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        clock.set(NEXT_MONDAY);

        // when
        List<Integer> sent = atOnce(4, number -> job.sweep());

        // then
        assertThat(sent.stream().mapToInt(each -> each).sum()).isEqualTo(2);
        assertThat(mails()).extracting(Mail::login).containsExactlyInAnyOrder("mara", "milan");
    }

    @Test
    void mondays_that_were_missed_are_made_up_for_by_one_letter_that_says_so() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();

        // when
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(9)));
        job.sweep();

        // then
        assertThat(mails()).hasSize(1);
        assertThat(text(mails().get(0)))
                .contains("This letter was due on Monday, 16 March 2026 and comes late.")
                .as("on a line of its own")
                .doesNotContain(", This letter");
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY.plus(Duration.ofDays(14)));
    }

    @Test
    void whoever_may_read_no_boards_is_given_no_letter_and_the_log_is_not_filled_with_lines_of_it() {
        // given
        cast.person("otto-of-operations", Roles.SALES_REP);
        qualified("otto-of-operations", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        qualified("mara", lead("Grace Hopper"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        cast.actingAs("otto-of-operations");
        assertThat(subscriptions.mine()).isEmpty();
        cast.actingAs("mara");
        assertThat(subscriptions.mine()).hasSize(1);
        cast.actingAsNobody();

        int before = withheld("mara");

        // when
        cast.person("mara", Roles.SALES_REP);
        clock.set(NEXT_MONDAY);

        // then
        assertThat(job.sweep()).isZero();
        assertThat(mails()).isEmpty();
        assertThat(withheld("mara")).isEqualTo(before);
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY.plus(Duration.ofDays(7)));

        // and when
        cast.person("mara", Roles.MARKETING);
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(7)));

        // then
        assertThat(job.sweep()).as("the permission came back").isEqualTo(1);
    }

    @Test
    void who_qualified_a_lead_for_the_first_time_is_asked_once_an_hour() {
        // given
        job.sweep();
        qualified("mara", lead("Ada Byron"), NOW);
        cast.actingAs("mara");

        // when
        clock.advance(Duration.ofMinutes(59));
        job.sweep();

        // then
        assertThat(subscriptions.mine()).isEmpty();

        // and when
        clock.advance(Duration.ofMinutes(1));
        job.sweep();

        // then
        assertThat(subscriptions.mine()).hasSize(1);
    }
}
