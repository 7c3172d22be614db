package org.leadrelay.ui.lead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.PageLink;

/** Link to a lead's page. */
public final class LeadNavigation {

    private LeadNavigation() {}

    /** The address of a lead's page, within the application. */
    public static String address(UUID leadId) {
        return "lead/" + leadId;
    }

    /**
     * The address of a lead's record for auditors: its lines with their seals and what they rest on.
     *
     * @param line the number of the line to open; null for none
     */
    public static String record(UUID leadId, @Nullable Long line) {
        return address(leadId) + "/record" + (line == null ? "" : "?line=" + line);
    }

    /** A link to a lead's page. */
    public static PageLink link(UUID leadId, String text) {
        PageLink link = new PageLink(address(leadId), text);
        link.addClassName("lead-link");
        return link;
    }

    /**
     * The address of a lead's way on the diagrams, over the whole page.
     *
     * @param model the model to begin with; null for the one where the lead is
     * @param taskId the task to which one goes back; null for the lead's page
     */
    public static String diagram(UUID leadId, @Nullable String model, @Nullable String taskId) {
        Map<String, String> with = new LinkedHashMap<>();
        if (model != null) {
            with.put(LeadDiagramView.MODEL, model);
        }
        if (taskId != null) {
            with.put(LeadDiagramView.TASK, taskId);
        }
        String query = QueryParameters.simple(with).getQueryString();
        return address(leadId) + "/diagram" + (query.isEmpty() ? "" : "?" + query);
    }

    /** Goes to a lead's way on the diagrams. */
    public static void openDiagram(UUID leadId, @Nullable String taskId) {
        Map<String, String> with = taskId == null ? Map.of() : Map.of(LeadDiagramView.TASK, taskId);
        UI.getCurrent().navigate(address(leadId) + "/diagram", QueryParameters.simple(with));
    }

    /** Goes to a lead's page. */
    public static void open(UUID leadId) {
        UI.getCurrent().navigate(address(leadId));
    }
}
