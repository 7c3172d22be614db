package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** Router link to an address within the product: the page that it leads to is shown without loading the product anew. */
public class PageLink extends Anchor {

    private static final long serialVersionUID = 1L;

    /** Without an address until {@link #setHref} gives one. */
    public PageLink() {
        getElement().setAttribute("router-link", true);
    }

    /**
     * @param address without a slash in front
     */
    public PageLink(String address, String text) {
        this();
        setHref(address);
        setText(text);
    }

    /**
     * @param address without a slash in front
     */
    public PageLink(String address, Component... content) {
        this();
        setHref(address);
        add(content);
    }
}
