package org.leadrelay.ui.audit;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the audit. */
@Component
public class AuditNavigation implements NavigationItem {

    static final String LINES = "audit";
    static final String VERIFICATIONS = "audit/verifications";
    static final String OPERATIONS = "audit/operations";
    static final String READINGS = "audit/readings";
    static final String MODELS = "audit/models";

    /** The address of a version of a model, with an element chosen unless that is empty. */
    static String model(String model, int version, String element) {
        return MODELS + "/" + model + "/" + version + (element.isEmpty() ? "" : "?element=" + element);
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String labelKey() {
        return "audit.title";
    }

    @Override
    public String key() {
        return "u";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.SHIELD;
    }

    @Override
    public String path() {
        return LINES;
    }

    @Override
    public Class<?> view() {
        return LinesView.class;
    }
}
