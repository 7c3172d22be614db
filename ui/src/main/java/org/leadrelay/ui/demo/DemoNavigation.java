package org.leadrelay.ui.demo;

import com.vaadin.flow.component.Component;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.TopBarItem;

/** Top bar item of the demo's clock. */
@org.springframework.stereotype.Component
@ConditionalOnDemo
public class DemoNavigation implements TopBarItem {

    private final ClockMoves moves;
    private final Times times;
    private final Ticker ticker;

    DemoNavigation(ClockMoves moves, Times times, Ticker ticker) {
        this.moves = moves;
        this.times = times;
        this.ticker = ticker;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Component create() {
        return new ClockButton(moves, times, ticker);
    }
}
