package org.leadrelay.ui.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import org.leadrelay.nurture.text.TextContent;

/**
 * What was typed and not saved yet, kept in the browser, so that a reload, a lost session or a closed window loses
 * nothing. A bar says so when it comes back.
 */
final class TypedText extends Div {

    private static final long serialVersionUID = 1L;

    private static final String KEEP = "localStorage.setItem('lead-relay.text.' + $0, $1)";
    private static final String FORGET = "localStorage.removeItem('lead-relay.text.' + $0)";
    private static final String KEPT = "return localStorage.getItem('lead-relay.text.' + $0) ?? ''";

    private final SerializableConsumer<TextContent> found;
    private String path = "";

    TypedText(SerializableConsumer<TextContent> found) {
        this.found = found;
        addClassName("text-typed");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void watch(String file) {
        path = file;
        if (isAttached()) {
            bringBack();
        }
    }

    void keep(TextContent content) {
        getElement().executeJs(KEEP, path, content.file());
    }

    void forget() {
        setVisible(false);
        removeAll();
        if (!path.isEmpty()) {
            getElement().executeJs(FORGET, path);
        }
    }

    void bringBack() {
        if (path.isEmpty()) {
            return;
        }
        getElement().executeJs(KEPT, path).then(String.class, kept -> {
            if (!kept.isEmpty()) {
                TextContent.read(kept).ifPresent(found);
            }
        });
    }

    void say(SerializableRunnable giveUp) {
        removeAll();
        Button away = new Button(getTranslation("texts.typed.away"), click -> giveUp.run());
        away.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(new Span(getTranslation("texts.typed")), away);
        setVisible(true);
    }
}
