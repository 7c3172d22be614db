package org.leadrelay.ui.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Registry of the navigation entries that packages contribute, in order. */
@Component
class Places {

    private final List<NavigationItem> all;

    Places(ObjectProvider<NavigationItem> items) {
        this.all = items.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
    }

    /** In order; nothing for somebody who has no role yet. */
    List<NavigationItem> openTo(Actor person) {
        if (person.roles().isEmpty()) {
            return List.of();
        }
        return all.stream().filter(each -> each.openTo(person)).toList();
    }

    /** Where this person begins after the login; empty for somebody to whom nothing is open. */
    Optional<NavigationItem> first(Actor person) {
        List<NavigationItem> open = openTo(person);
        return open.stream()
                .filter(each -> each.isFirstFor(person))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    List<TopBarItem> sorted(ObjectProvider<TopBarItem> tools) {
        return tools.stream().sorted(Comparator.comparingInt(TopBarItem::order)).toList();
    }
}
