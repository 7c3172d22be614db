package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.access.Actor;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the inbox, and links to a task in it. */
@Component
public class InboxNavigation implements NavigationItem {

    static final String ADDRESS = "inbox";

    private static final int FIRST = 10;

    /** Goes to a task; the list of its role stands beside it. */
    public static void open(String taskId) {
        UI.getCurrent().navigate(ADDRESS + "/" + taskId);
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public String labelKey() {
        return "inbox.title";
    }

    @Override
    public String key() {
        return "i";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.INBOX;
    }

    @Override
    public String path() {
        return ADDRESS;
    }

    /** Roles are data: whoever has one that may bring tasks has an inbox. */
    @Override
    public boolean openTo(Actor person) {
        return InboxServices.works(person);
    }

    @Override
    public Class<?> view() {
        return InboxView.class;
    }
}
