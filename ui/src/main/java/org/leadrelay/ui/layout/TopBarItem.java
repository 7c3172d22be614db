package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/**
 * Item in the top bar, such as the bell. Contributed as a bean, made once per page. No view names the items:
 * as listeners of the service they are found by whatever collects the components for the browser's bundle.
 */
public interface TopBarItem extends VaadinServiceInitListener {

    /** From left to right; the person's menu comes last. */
    int order();

    Component create();

    @Override
    default void serviceInit(ServiceInitEvent event) {
        // it is enough to be found
    }
}
