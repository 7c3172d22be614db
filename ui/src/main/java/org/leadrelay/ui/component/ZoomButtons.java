package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;

/** Zoom buttons of a diagram: larger, smaller, all of it. */
public final class ZoomButtons {

    private ZoomButtons() {}

    public static Button[] of(Zoomable diagram) {
        return new Button[] {
            button(VaadinIcon.PLUS, "diagram.larger", diagram::zoomIn),
            button(VaadinIcon.MINUS, "diagram.smaller", diagram::zoomOut),
            button(VaadinIcon.EXPAND_SQUARE, "diagram.fit", diagram::fit)
        };
    }

    /** One more button that looks like these. */
    static Button button(VaadinIcon icon, String text, SerializableRunnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(button.getTranslation(text));
        button.setTooltipText(button.getTranslation(text));
        return button;
    }
}
