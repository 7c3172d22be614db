package org.leadrelay.ui.team;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the team. */
@Component
public class TeamNavigation implements NavigationItem {

    static final String TEAM = "team";

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String labelKey() {
        return "team.title";
    }

    @Override
    public String key() {
        return "t";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.GROUP;
    }

    @Override
    public String path() {
        return TEAM;
    }

    @Override
    public Class<?> view() {
        return TeamView.class;
    }
}
