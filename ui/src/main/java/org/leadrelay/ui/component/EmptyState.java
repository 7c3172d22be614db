package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Empty state of a list: why there is nothing, and what will fill it. */
public final class EmptyState extends Div {

    public EmptyState(String title, String why, Component... actions) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(why));
        add(actions);
    }
}
