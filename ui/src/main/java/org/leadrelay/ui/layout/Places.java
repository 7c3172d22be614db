package org.leadrelay.ui.layout;

import java.util.Comparator;
import java.util.List;
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

    List<TopBarItem> sorted(ObjectProvider<TopBarItem> tools) {
        return tools.stream().sorted(Comparator.comparingInt(TopBarItem::order)).toList();
    }
}
