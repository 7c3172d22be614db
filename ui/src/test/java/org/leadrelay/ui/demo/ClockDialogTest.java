package org.leadrelay.ui.demo;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** The dialog without the demo: the clock behind it arrives when the test says so. */
class ClockDialogTest extends ViewTest {

    @Autowired
    Clock clock;

    @Autowired
    Times times;

    @Autowired
    Ticker ticker;

    private final DemoClock demo = mock();
    private final CountDownLatch arrival = new CountDownLatch(1);
    private ClockMoves moves;

    @BeforeEach
    void openTheDialog() {
        cast.person("mary", Roles.MARKETING);
        logIn("mary");
        moves = new ClockMoves(demo, clock);
        when(demo.time()).thenReturn(new DemoClock.Time(clock.instant(), Duration.ZERO, null, null));
        new ClockDialog(moves, times, ticker).open();
    }

    @AfterEach
    void stop() {
        arrival.countDown();
        moves.stop();
    }

    @Test
    void while_the_clock_moves_its_progress_is_shown_and_then_what_came_due() {
        // given
        when(demo.forward(Duration.ofHours(1))).thenAnswer(asked -> {
            arrival.await();
            return new DemoClock.Moved(clock.instant(), 7);
        });

        // when
        _click(_get(Button.class, spec -> spec.withText("1 hour")));

        // then
        assertThat(_find(ProgressBar.class)).hasSize(1);
        assertThat(_get(Button.class, spec -> spec.withText("1 day")).isEnabled())
                .isFalse();

        // and when
        arrival.countDown();
        lookAgainWhenArrived();

        // then
        assertThat(_find(ProgressBar.class)).isEmpty();
        assertThat(words()).contains("Arrived. 7 jobs came due on the way and have run.");
    }

    @Test
    void a_way_that_is_refused_says_why() {
        // given
        when(demo.forward(any())).thenThrow(Invalid.field("forward", "That is too far."));

        // when
        _click(_get(Button.class, spec -> spec.withText("Move")));
        lookAgainWhenArrived();

        // then
        assertThat(words()).contains("It did not get there").contains("That is too far.");
    }

    @Test
    void a_refusal_is_in_the_language_of_whoever_moved_the_clock() {
        // given
        LocaleContextHolder.setLocale(Locale.GERMANY);
        when(demo.forward(any())).thenAnswer(asked -> {
            throw Invalid.field("forward", "Said in " + LocaleContextHolder.getLocale() + ".");
        });

        // when
        _click(_get(Button.class, spec -> spec.withText("Move")));
        lookAgainWhenArrived();

        // then
        assertThat(words()).contains("Said in de_DE.").doesNotContain("forward:");
    }

    private void lookAgainWhenArrived() {
        await().until(() -> {
            ClockMoves.Move last = moves.last();
            return last != null && !last.isRunning();
        });
        ticker.tick();
        MockVaadin.clientRoundtrip();
    }

    private static String words() {
        return _get(ClockDialog.class).getElement().getTextRecursively();
    }
}
