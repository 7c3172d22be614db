package org.leadrelay.ui.layout;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.Actor;

/**
 * Navigation entry, contributed as a bean by each package of views, the only public type it has; the rail
 * shows those whose view the person's permissions open.
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

    /** Routes with an address of their own that belong to the place: on them, too, the rail marks it. */
    default List<String> partsElsewhere() {
        return List.of();
    }

    /** The letter that leads there after {@code g}; empty when there is none. */
    default String key() {
        return "";
    }

    /** What can be done at the place that has an address of its own: the key of its label, and its path. */
    default Map<String, String> deeds(Actor person) {
        return Map.of();
    }

    /** The view behind the path: whoever may enter it finds the place in the rail. */
    Class<?> view();

    /** Whether this person begins here after the login, rather than at the uppermost place in the rail. */
    default boolean isFirstFor(Actor person) {
        return false;
    }

    /** Whether this person finds the place in the rail. */
    default boolean openTo(Actor person) {
        return mayEnter(view(), person);
    }

    /** Where the place leads this person. */
    default String pathFor(Actor person) {
        return path();
    }

    /** Whether this person may enter a view; one without {@link Allowed} is open to everybody inside. */
    static boolean mayEnter(Class<?> view, Actor person) {
        Allowed allowed = view.getAnnotation(Allowed.class);
        return allowed == null || person.mayAny(allowed.value());
    }
}
