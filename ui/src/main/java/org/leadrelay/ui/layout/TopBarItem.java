package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;

/**
 * Something small at the top right of every view, such as the bell. Contributed as a bean, made
 * once per page.
 */
public interface TopBarItem {

    /** From left to right; the person's menu comes last. */
    int order();

    Component create();
}
