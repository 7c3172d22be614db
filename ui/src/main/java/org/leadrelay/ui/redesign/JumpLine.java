package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Line of a list that leads to an element: what is said, and where that is. */
final class JumpLine extends ListItem {

    private static final long serialVersionUID = 1L;

    private final NativeButton button = new NativeButton();

    JumpLine(String said, String where) {
        Span words = new Span(said);
        words.addClassName("redesign-said");
        Span place = new Span(where);
        place.addClassNames("second-line", "redesign-where");
        button.add(words, place);
        button.addClassName("redesign-jump");
        add(button);
    }

    /** Puts a sign before the words. */
    JumpLine with(Component sign) {
        button.addComponentAsFirst(sign);
        return this;
    }

    void onPressed(Runnable work) {
        button.addClickListener(click -> work.run());
    }

    void mark(boolean current) {
        if (current) {
            button.getElement().setAttribute("aria-current", "true");
            button.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
    }

    void focus() {
        button.focus();
    }
}
