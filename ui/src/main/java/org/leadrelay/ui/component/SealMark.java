package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Seal of a line of the log in short, whole on hover and by copy. */
public final class SealMark extends Span {

    private static final long serialVersionUID = 1L;

    private static final int SHORT = 8;

    /**
     * @param hash in hexadecimal
     */
    public SealMark(String hash) {
        this(hash, hash.length() > SHORT ? hash.substring(0, SHORT) : hash);
    }

    private SealMark(String hash, String shown) {
        addClassName("seal");
        Span text = new Span(shown);
        text.addClassName("seal-hash");
        text.setTitle(hash);
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        copy.setAriaLabel(getTranslation("seal.copy", shown));
        copy.setTooltipText(getTranslation("seal.copy", shown));
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", hash);
            Toasts.done(getTranslation("seal.copied"));
        });
        add(text, copy);
    }

    /** The seal in full. */
    public static SealMark whole(String hash) {
        return new SealMark(hash, hash);
    }
}
