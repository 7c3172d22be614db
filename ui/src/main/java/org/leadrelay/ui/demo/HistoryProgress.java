package org.leadrelay.ui.demo;

import com.vaadin.flow.component.html.Span;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.ui.component.Ticker;

/** Progress of the demo's past in the top bar, while it is being lived in the background. */
final class HistoryProgress extends Span {

    private final DemoClock demo;

    HistoryProgress(DemoClock demo, Ticker ticker) {
        this.demo = demo;
        addClassNames("demo-past", "figures");
        getElement().setAttribute("role", "status");
        setVisible(false);
        if (demo.past().isPresent()) {
            ticker.whileShown(this, this::show);
            show();
        }
    }

    private void show() {
        DemoClock.PastProgress past = demo.past().orElse(null);
        String text = past == null ? "" : getTranslation("demo.past", past.day(), past.days());
        if (!text.equals(getText())) {
            setText(text);
            setVisible(!text.isEmpty());
        }
    }
}
