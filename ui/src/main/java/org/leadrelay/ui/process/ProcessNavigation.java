package org.leadrelay.ui.process;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.ui.layout.NavigationItem;
import org.leadrelay.ui.redesign.RedesignNavigation;
import org.springframework.stereotype.Component;

/** Navigation entry of the process as it runs. */
@Component
public class ProcessNavigation implements NavigationItem {

    static final String PROCESS = "process";

    /** The address of what stands at a step of a model now, within the application. */
    public static String step(String model, String element) {
        return PROCESS + "?"
                + QueryParameters.simple(Map.of(ProcessState.MODEL, model, ProcessState.STEP, element))
                        .getQueryString();
    }

    @Override
    public int order() {
        return 60;
    }

    /** Whoever changes the process looks at it first. */
    @Override
    public boolean isFirstFor(Actor person) {
        return person.may(Permission.REDESIGN);
    }

    @Override
    public String labelKey() {
        return "process.title";
    }

    @Override
    public String key() {
        return "o";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.SITEMAP;
    }

    @Override
    public String path() {
        return PROCESS;
    }

    /** Releases are what the process becomes. */
    @Override
    public List<String> partsElsewhere() {
        return List.of(RedesignNavigation.releases());
    }

    @Override
    public Class<?> view() {
        return ProcessView.class;
    }
}
