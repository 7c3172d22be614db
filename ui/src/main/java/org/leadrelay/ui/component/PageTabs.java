package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Nav;

/** Tab bar of links to the pages of a place. On a phone the bar scrolls, and comes with the page that is shown in sight. */
public final class PageTabs extends Nav {

    private static final long serialVersionUID = 1L;

    private static final String SHOW_CURRENT = """
        const bar = this.parentElement;
        requestAnimationFrame(() => {
          const apart = this.getBoundingClientRect().left - bar.getBoundingClientRect().left;
          bar.scrollLeft += apart - (bar.clientWidth - this.offsetWidth) / 2;
        });
        """;

    /**
     * @param place what the pages have in common, for screen readers
     */
    public PageTabs(String place) {
        addClassName("page-tabs");
        setAriaLabel(place);
    }

    /**
     * @param address without a slash in front
     * @param current whether this page is shown
     */
    public PageLink tab(String address, String text, boolean current) {
        PageLink link = new PageLink(address, text);
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
            link.addAttachListener(attached -> link.getElement().executeJs(SHOW_CURRENT));
        }
        add(link);
        return link;
    }
}
