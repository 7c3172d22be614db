package org.leadrelay.ui.text;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.leadrelay.nurture.text.TextVersion.State;

/** Badge of where the draft of a text stands, in words. */
final class TextStateBadge extends Span {

    private static final long serialVersionUID = 1L;

    /**
     * @param draft null where nobody writes
     * @param returned whether a second person sent it back
     * @param inForce whether the text is there at all
     */
    TextStateBadge(@Nullable State draft, boolean returned, boolean inForce) {
        String key = draft == State.AWAITING
                ? "awaiting"
                : returned ? "returned" : draft == State.DRAFT ? "draft" : inForce ? "in-force" : "none";
        setText(getTranslation("texts.state." + key));
        getElement().getThemeList().add("badge" + look(key));
    }

    private static String look(String key) {
        return switch (key) {
            case "in-force" -> " success";
            case "returned" -> " error";
            case "none" -> " contrast";
            default -> "";
        };
    }
}
