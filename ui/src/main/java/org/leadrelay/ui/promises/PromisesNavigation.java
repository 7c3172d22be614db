package org.leadrelay.ui.promises;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the promises. */
@Component
public class PromisesNavigation implements NavigationItem {

    static final String PROMISES = "promises";

    /** The address of what a rep kept late, or still has not kept, of {@link #lastWeeks}, one by one. */
    public static String late(String login) {
        return PROMISES + "?"
                + QueryParameters.simple(Map.of("show", "list", "state", "late", "rep", login))
                        .getQueryString();
    }

    /** The promises that the page shows when nothing else is asked for. */
    public static PromiseFilter lastWeeks(LocalDate today) {
        return PromisesState.usual(today).filter();
    }

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
