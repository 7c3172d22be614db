package org.leadrelay.ui.promises;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the promises. */
@Component
public class PromisesNavigation implements NavigationItem {

    static final String PROMISES = "promises";

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String labelKey() {
        return "promises.title";
    }

    @Override
    public String key() {
        return "p";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.CHECK_CIRCLE_O;
    }

    @Override
    public String path() {
        return PROMISES;
    }

    @Override
    public Class<?> view() {
        return PromisesView.class;
    }
}
