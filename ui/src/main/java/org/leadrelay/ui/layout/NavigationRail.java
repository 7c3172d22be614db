package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.ui.component.PageLink;

/** Navigation: a rail at the left, icons only when narrow, a bar at the bottom of a phone. */
class NavigationRail extends Nav {

    private static final long serialVersionUID = 1L;

    private final Map<NavigationItem, Anchor> links = new LinkedHashMap<>();

    NavigationRail(List<NavigationItem> items, Actor person) {
        addClassName("lr-rail");
        getElement().setAttribute("aria-label", getTranslation("frame.places"));
        Div brand = new Div(new Span("Lead"), new Span("Relay"));
        brand.addClassName("lr-brand");
        add(brand);
        items.forEach(each -> add(link(each, person)));
    }

    private Anchor link(NavigationItem item, Actor person) {
        String label = getTranslation(item.labelKey());
        Span text = new Span(label);
        text.addClassName("lr-label");
        PageLink link = new PageLink(item.pathFor(person), item.icon().create(), text);
        link.getElement().setAttribute("title", item.key().isEmpty() ? label : label + "  [g " + item.key() + "]");
        links.put(item, link);
        return link;
    }

    /** Marks the place that this path belongs to. */
    void showPlace(String path) {
        links.forEach((place, link) -> {
            if (isWithin(place.path(), path)
                    || place.partsElsewhere().stream().anyMatch(each -> isWithin(each, path))) {
                link.getElement().setAttribute("aria-current", "page");
                // on a phone the rail is one row that is pushed aside
                link.getElement().executeJs("this.scrollIntoView({ block: 'nearest', inline: 'nearest' })");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static boolean isWithin(String route, String path) {
        return path.equals(route) || path.startsWith(route + "/");
    }
}
