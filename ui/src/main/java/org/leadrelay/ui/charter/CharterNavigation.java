package org.leadrelay.ui.charter;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the charter. */
@Component
public class CharterNavigation implements NavigationItem {

    static final String CHARTER = "charter";

    /** In the address, the decision table that is opened at once. */
    static final String TABLE = "table";

    /** The address of the charter in force with one of its decision tables opened, within the application. */
    public static String table(String decision) {
        return CHARTER + "?" + QueryParameters.of(TABLE, decision).getQueryString();
    }

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
