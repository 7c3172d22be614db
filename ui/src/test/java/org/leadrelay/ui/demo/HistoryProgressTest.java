package org.leadrelay.ui.demo;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryProgressTest extends ViewTest {

    @Autowired
    Ticker ticker;

    private final DemoClock demo = mock();

    @Test
    void the_day_of_the_past_is_shown_until_the_present_is_reached() {
        // given
        when(demo.past()).thenReturn(Optional.of(new DemoClock.PastProgress(12, 42)));

        // when
        UI.getCurrent().add(new HistoryProgress(demo, ticker));

        // then
        assertThat(_find(HistoryProgress.class))
                .extracting(HistoryProgress::getText)
                .containsExactly("The demo's past is being lived: day 12 of 42");

        // when
        when(demo.past()).thenReturn(Optional.empty());
        ticker.tick();
        MockVaadin.clientRoundtrip();

        // then
        assertThat(_find(HistoryProgress.class)).isEmpty();
    }
}
