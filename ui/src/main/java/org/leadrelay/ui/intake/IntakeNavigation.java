package org.leadrelay.ui.intake;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the imports. */
@Component
public class IntakeNavigation implements NavigationItem {

    static final String IMPORTS = "imports";
    static final String NEW_LEAD = "leads/new";
    static final String DUPLICATES = "imports/duplicates";
    static final String CONSENTS = "imports/consents";

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String labelKey() {
        return "imports.title";
    }

    @Override
    public String key() {
        return "m";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.UPLOAD_ALT;
    }

    @Override
    public String path() {
        return IMPORTS;
    }

    @Override
    public Map<String, String> deeds(Actor person) {
        return NavigationItem.mayEnter(NewLeadView.class, person) ? Map.of("new.title", NEW_LEAD) : Map.of();
    }

    @Override
    public Class<?> view() {
        return ImportsView.class;
    }
}
