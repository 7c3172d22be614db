package org.leadrelay.ui.lead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;

/** Link to a lead's page. */
public final class LeadNavigation {

    private LeadNavigation() {}

    /** The address of a lead's page, within the application. */
    public static String address(UUID leadId) {
        return "lead/" + leadId;
    }

    /** A link to a lead's page. */
    public static Anchor link(UUID leadId, String text) {
        Anchor link = new Anchor(address(leadId), text);
        link.addClassName("lead-link");
        return link;
    }

    /** Goes to a lead's page. */
    public static void open(UUID leadId) {
        UI.getCurrent().navigate(address(leadId));
    }
}
