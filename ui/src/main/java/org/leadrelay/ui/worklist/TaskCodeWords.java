package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Set;

/** Labels of the codes that tasks carry. */
final class TaskCodeWords {

    private static final Set<String> PRIORITIES = Set.of("high", "normal", "low");
    private static final Set<String> ROUTES = Set.of("handOff", "qualify", "nurture", "disqualify");

    private TaskCodeWords() {}

    /** A priority as a small mark: never by colour alone. */
    static Span priority(Component near, String priority) {
        Span mark = new Span(priorityText(near, priority));
        mark.addClassNames("priority", "priority-" + priority);
        return mark;
    }

    static String priorityText(Component near, String priority) {
        return PRIORITIES.contains(priority) ? near.getTranslation("priority." + priority) : priority;
    }

    static String route(Component near, String route) {
        return ROUTES.contains(route) ? near.getTranslation("route." + route) : route;
    }
}
