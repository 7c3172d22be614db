package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;

/** Top bar: the way to the command palette, what the packages contribute, and the person. */
class TopBar extends Header {

    private static final long serialVersionUID = 1L;

    /** Where all the leads that fit a text are listed: {@code leads?text=...}. */
    static final String LEADS = "leads";

    static final String TEXT = "text";

    /**
     * @param finding what the palette finds, in words
     */
    TopBar(List<TopBarItem> items, PersonMenu person, String finding) {
        addClassName("lr-top");
        add(search(finding));
        Div rest = new Div();
        rest.addClassName("lr-tools");
        items.forEach(each -> rest.add(each.create()));
        rest.add(person);
        add(rest);
    }

    private static NativeButton search(String finding) {
        Span label = new Span(finding);
        label.addClassName("lr-search-label");
        Span key = new Span("Ctrl+K");
        key.addClassNames("key", "lr-search-key");
        NativeButton open = new NativeButton();
        open.add(VaadinIcon.SEARCH.create(), label, key);
        open.addClassName("lr-search");
        open.getElement().setAttribute("aria-haspopup", "dialog");
        open.getElement().setAttribute("aria-label", finding);
        open.getElement()
                .executeJs("this.addEventListener('click', () => document.querySelector('lr-palette')?.open())");
        return open;
    }
}
