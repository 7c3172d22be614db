package org.leadrelay.ui.component;

import com.vaadin.flow.component.HasElement;

/** Interface of diagrams that can be zoomed; their elements offer {@code zoomBy} and {@code fitAll}. */
public interface Zoomable extends HasElement {

    /** What one step of zooming multiplies the size by. */
    double LARGER = 1.25;

    default void zoomIn() {
        getElement().callJsFunction("zoomBy", LARGER);
    }

    default void zoomOut() {
        getElement().callJsFunction("zoomBy", 1 / LARGER);
    }

    default void fit() {
        getElement().callJsFunction("fitAll");
    }
}
