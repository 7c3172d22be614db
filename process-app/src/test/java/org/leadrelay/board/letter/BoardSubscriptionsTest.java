package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;

/** Who orders and ends letters about boards. */
class BoardSubscriptionsTest extends BoardLetterTest {

    @Test
    void the_same_board_twice_is_one_mail_and_an_ended_one_does_not_leave() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("funnel", "", Rhythm.WEEKLY);
        subscriptions.subscribe("funnel", "", Rhythm.WEEKLY);
        assertThat(subscriptions.mine()).hasSize(1);
        UUID id = subscriptions.mine().get(0).id();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        subscriptions.end(id);

        // then
        assertThat(subscriptions.mine()).isEmpty();
        assertThat(write(mails().get(0)).reason()).isEqualTo("ended");
        assertThatThrownBy(() -> subscriptions.end(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_ended_the_monday_letter_gets_none_until_they_ask_for_it_again() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        cast.actingAs("mara");
        subscriptions.end(subscriptions.mine().get(0).id());

        // when
        clock.set(NEXT_MONDAY);
        job.sweep();

        // then
        assertThat(mails()).isEmpty();

        // and when
        subscriptions.subscribeToWhatBecameOfIt();
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(7)));
        job.sweep();

        // then
        assertThat(mails()).hasSize(1);
    }

    @Test
    void nobody_ends_anothers_mail_or_subscribes_without_an_address_or_the_permission() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("funnel", "", Rhythm.MONTHLY);
        UUID id = subscriptions.mine().get(0).id();
        cast.person("nora", Roles.MARKETING);

        // then
        cast.actingAs("nora");
        assertThatThrownBy(() -> subscriptions.end(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> subscriptions.subscribe("funnel", "", Rhythm.WEEKLY))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Ask an administrator");
        cast.actingAs("rita-the-rep");
        assertThatThrownBy(() -> subscriptions.subscribe("funnel", "", Rhythm.WEEKLY))
                .isInstanceOf(Forbidden.class);
    }
}
