package org.leadrelay.ui.charter;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the charter. */
@Component
public class CharterNavigation implements NavigationItem {

    static final String CHARTER = "charter";

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String labelKey() {
        return "charter.title";
    }

    @Override
    public String key() {
        return "c";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.HANDSHAKE;
    }

    @Override
    public String path() {
        return CHARTER;
    }

    @Override
    public Class<?> view() {
        return CharterView.class;
    }
}
