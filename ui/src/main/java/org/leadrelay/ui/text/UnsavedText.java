package org.leadrelay.ui.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import org.leadrelay.nurture.text.TextContent;

/**
 * Draft in the browser's local storage: what a person typed and did not save, so that a reload, a lost session or a closed
 * window loses nothing. It is kept with the edition that it was typed on: where a colleague has written since, theirs
 * stays on the page, and what was typed is offered in a bar.
 */
final class UnsavedText extends Div {

    private static final long serialVersionUID = 1L;

    private static final String KEEP = "localStorage.setItem('lead-relay.text.' + $0, $1 + '\\n' + $2)";
    private static final String FORGET = "localStorage.removeItem('lead-relay.text.' + $0)";
    private static final String KEPT = "return localStorage.getItem('lead-relay.text.' + $0) ?? ''";

    private static final String HIDDEN = "hidden";

    /** Of what was kept without one. */
    private static final int UNKNOWN = -1;

    private final String login;
    private final Listener listener;
    private String path = "";

    /**
     * @param login whose it is: another person in the same browser finds nothing
     */
    UnsavedText(String login, Listener listener) {
        this.login = login;
        this.listener = listener;
        addClassName("text-typed");
        getElement().setAttribute("role", "status");
        hide();
    }

    /** Hears what was found. */
    interface Listener extends Serializable {

        /**
         * @param edition of the text that it was typed on
         */
        void typed(TextContent content, int edition);
    }

    void watch(String file) {
        path = file;
        if (isAttached()) {
            bringBack();
        }
    }

    void keep(TextContent content, int edition) {
        getElement().executeJs(KEEP, key(), edition, content.file());
    }

    void forget() {
        hide();
        if (!path.isEmpty()) {
            getElement().executeJs(FORGET, key());
        }
    }

    void bringBack() {
        if (path.isEmpty()) {
            return;
        }
        getElement().executeJs(KEPT, key()).then(String.class, kept -> {
            int line = kept.indexOf('\n');
            boolean numbered = line > 0 && kept.substring(0, line).matches("\\d{1,9}");
            int edition = numbered ? Integer.parseInt(kept.substring(0, line)) : UNKNOWN;
            TextContent.read(numbered ? kept.substring(line + 1) : kept)
                    .ifPresent(content -> listener.typed(content, edition));
        });
    }

    private String key() {
        return login + "/" + path;
    }

    /** Says that what is on the page was typed before. */
    void say(SerializableRunnable giveUp) {
        show(getTranslation("texts.typed"), button("texts.typed.away", giveUp));
    }

    /** Says that what was typed before is older than what is on the page. */
    void offer(SerializableRunnable putIn, SerializableRunnable giveUp) {
        show(
                getTranslation("texts.typed.older"),
                button("texts.typed.putIn", putIn),
                button("texts.typed.away", giveUp));
    }

    private void show(String says, Button... buttons) {
        removeAll();
        add(new Span(says));
        add(buttons);
        getElement().removeAttribute(HIDDEN);
    }

    private Button button(String key, SerializableRunnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** Only from the eye: the scripts of an invisible component wait until it is visible. */
    private void hide() {
        getElement().setAttribute(HIDDEN, true);
        removeAll();
    }
}
