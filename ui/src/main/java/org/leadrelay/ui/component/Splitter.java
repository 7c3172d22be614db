package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * Splitter between two panes (window splitter): dragged, or moved with the arrow keys. It gives the element
 * around it the first pane's share as {@code --split-share}, from 0 to 1; how wide that is says the style sheet.
 */
@Tag("lr-splitter")
@JsModule("./components/splitter.ts")
public class Splitter extends Component implements HasStyle {

    private static final long serialVersionUID = 1L;

    /**
     * @param label what it divides, for whoever does not see it
     * @param share of the first pane, in percent
     * @param moved is told where it was let go
     */
    public Splitter(String label, int least, int most, int share, SerializableConsumer<Integer> moved) {
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
        getElement().setProperty("least", least);
        getElement().setProperty("most", most);
        getElement().setProperty("share", share);
        addListener(Moved.class, event -> moved.accept(event.share()));
    }

    /** The splitter was let go. */
    @DomEvent("split-moved")
    public static class Moved extends ComponentEvent<Splitter> {

        private static final long serialVersionUID = 1L;

        private final int share;

        public Moved(Splitter source, boolean fromClient, @EventData("event.detail.share") int share) {
            super(source, fromClient);
            this.share = share;
        }

        int share() {
            return share;
        }
    }
}
