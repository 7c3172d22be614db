package org.leadrelay.ui.layout;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.leadrelay.access.Actor;

/**
 * Navigation entry, contributed as a bean by each package of views. Every package of views contributes a bean of
 * this kind, the only public type it has; the rail shows those that the person's roles open.
 */
public interface NavigationItem {

    /**
     * From top to bottom: 10 inbox, 20 leads, 30 promises, 40 team, 45 calendar, 50 charter, 60
     * process, 70 audit, 80 boards.
     */
    int order();

    /** The key of the label in the bundles under {@code i18n/}. */
    String labelKey();

    VaadinIcon icon();

    /** The route, without a slash in front. */
    String path();

    /** Any of these opens it; empty opens it to everybody who is logged in. */
    Set<String> roles();

    /** Whether this person finds the place in the rail. */
    default boolean openTo(Actor person) {
        return roles().isEmpty() || roles().stream().anyMatch(person::has);
    }
}
