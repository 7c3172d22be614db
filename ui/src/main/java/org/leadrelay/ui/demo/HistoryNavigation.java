package org.leadrelay.ui.demo;

import com.vaadin.flow.component.Component;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.layout.TopBarItem;

/** Progress indicator of the demo's past, left of its clock. */
@org.springframework.stereotype.Component
@ConditionalOnDemo
public class HistoryNavigation implements TopBarItem {

    private final DemoClock demo;
    private final Ticker ticker;

    HistoryNavigation(DemoClock demo, Ticker ticker) {
        this.demo = demo;
        this.ticker = ticker;
    }

    @Override
    public int order() {
        return 19;
    }

    @Override
    public Component create() {
        return new HistoryProgress(demo, ticker);
    }
}
