package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.LapRows;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What letters about boards say when they leave, and when they do not. */
class BoardLettersTest extends BoardLetterTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    DataSource connections;

    @Test
    void it_says_what_became_of_ones_own_leads_and_of_all() {
        // given
        Instant friday = NOW.plus(Duration.ofDays(4));
        UUID rejected = lead("Ada Byron");
        UUID silent = lead("Grace Hopper");
        UUID others = lead("Mary Somerville");
        List.of(rejected, silent).forEach(each -> qualified("mara", each, NOW.minus(Duration.ofDays(1))));
        laps.of(rejected, "Webinar", friday)
                .rep("rita-the-rep")
                .rejected("tooEarly")
                .learned("timeline")
                .add();
        laps.of(silent, "Webinar", NOW)
                .rep("rita-the-rep")
                .accepted()
                .silent(NEXT_MONDAY)
                .add();
        laps.of(others, "Fair", friday).rep("rita-the-rep").add();
        laps.of(lead("Long ago"), "Fair", NOW.minus(Duration.ofDays(40))).add();

        // when
        String letter = monday("mara");

        // then
        LocalDate monday = LocalDate.ofInstant(NEXT_MONDAY, ZoneOffset.UTC);
        assertThat(letter)
                .contains("Marketing and sales together: 3 handed over", "Of those, yours: 2")
                .contains("Rejected: Ada Byron", "Reason: Too early, still gathering information", "/lead/" + rejected)
                .contains("No word for ten working days: Grace Hopper", "/lead/" + silent)
                .contains("/boards/mail?end=")
                .contains("/boards/became?from=" + monday.minusWeeks(4) + "&to=" + monday.minusDays(1))
                .doesNotContain("Mary Somerville", "Long ago", "rita-the-rep");
    }

    @Test
    void it_is_written_in_the_readers_language() {
        // given
        UUID lead = lead("Ada Byron");
        qualified("milan", lead, NOW.minus(Duration.ofDays(1)));
        laps.of(lead, "Webinar", NOW).rejected("tooEarly").add();

        // then
        assertThat(monday("milan"))
                .startsWith("Was daraus wurde: einer Ihrer Leads\n")
                .contains("Abgelehnt: Ada Byron", "Zu früh, informiert sich noch");
    }

    @Test
    void whose_leads_were_not_handed_over_reads_what_became_of_the_others_alone() {
        // given
        UUID lead = lead("Ada Byron");
        qualified("milan", lead, NOW.minus(Duration.ofDays(1)));
        laps.of(lead, "Webinar", NOW).add();
        qualified("mara", lead("Grace Hopper"), NOW.minus(Duration.ofDays(1)));

        // then
        assertThat(monday("mara"))
                .startsWith("What became of it: none of them yours\n")
                .contains("Marketing and sales together: 1 handed over")
                .doesNotContain("Of those, yours");
    }

    @Test
    void a_board_comes_with_its_filter_and_its_numbers_and_no_names_of_reps() {
        // given
        for (int i = 0; i < 40; i++) {
            LapRows.Lap lap =
                    laps.of(lead("Lead " + i), i < 30 ? "Webinar" : "Fair", NOW).rep("rita-the-rep");
            (i < 12 ? lap.rejected("noBudget") : lap.accepted()).add();
        }
        for (int i = 0; i < 2; i++) {
            laps.of(lead("Won " + i), "Webinar", NOW).won(NOW).add();
        }
        cast.actingAs("mara");
        subscriptions.subscribe("reasons", "source=Webinar", Rhythm.WEEKLY);
        cast.actingAsNobody();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        String text = text(mails().get(0));

        // then
        assertThat(text)
                .contains("12 of 32", "without a value: 2\n")
                .contains("No budget in sight")
                .contains("/boards/reasons?source=Webinar")
                .doesNotContain("rita-the-rep");
    }

    @Test
    void whose_permission_is_gone_gets_nothing_and_the_log_says_so() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("reasons", "source=Webinar", Rhythm.WEEKLY);
        cast.actingAsNobody();
        clock.set(NEXT_MONDAY);
        job.sweep();

        int before = withheld("mara");

        // when
        cast.person("mara", Roles.SALES_REP);
        AddressedLetter letter = write(mails().get(0));

        // then
        assertThat(letter.letter()).isNull();
        assertThat(letter.reason()).isEqualTo("noPermission");
        assertThat(withheld("mara")).isEqualTo(before + 1);
    }

    @Test
    void a_letter_waits_while_the_boards_are_counted_anew() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        jdbc.sql("update lap_fact_basis set complete = false").update();
        AddressedLetter letter = write(mails().get(0));

        // then
        assertThat(letter.later()).isTrue();
        assertThat(letter.reason()).isEqualTo("boardsBehind");

        // and when
        projection.sweep();

        // then
        assertThat(text(mails().get(0))).contains("What became of it");
    }

    @Test
    void a_letter_and_the_line_that_one_was_withheld_take_one_connection() throws Exception {
        // given
        for (String login : List.of("mara", "milan")) {
            qualified(login, lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        }
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();
        cast.person("milan", Roles.SALES_REP);

        // when
        try (MailServer server = MailServer.started()) {
            int sent = Connections.left(connections, 1, () -> MailPost.send(beans, server));

            // then
            assertThat(sent).isEqualTo(1);
            assertThat(server.mailsTo("mara@us.example")).hasSize(1);
        }
        assertThat(withheld("milan")).isEqualTo(1);
    }
}
