package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;

/** Item in the top bar, such as the bell. Contributed as a bean, made once per page. */
public interface TopBarItem {

    /** From left to right; the person's menu comes last. */
    int order();

    Component create();
}
