package org.leadrelay.ui.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.letter.BoardSubscriptions;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Toasts;

/** Actions on what is shown: copy its link, take it out as a file, have it mailed. */
final class BoardTools extends Div {

    /** Without TLS a page may not write to the clipboard: the address then stands in the bar all the same. */
    private static final String COPY =
            "return navigator.clipboard ? navigator.clipboard.writeText(location.href).then(() => true, () => false) :"
                    + " false";

    private final BoardTexts texts;
    private final BoardServices services;
    private final BoardSubscriptions subscriptions;

    BoardTools(BoardTexts texts, BoardServices services, BoardSubscriptions subscriptions) {
        this.texts = texts;
        this.services = services;
        this.subscriptions = subscriptions;
        addClassName("head-actions");
    }

    /**
     * @param result what is shown; null while the leads of a number are, which have a file of their own
     */
    void show(BoardState state, @Nullable BoardResult result) {
        removeAll();
        Button copy = new Button(texts.text("copy"), VaadinIcon.LINK.create(), click -> copy());
        copy.setId("board-copy");
        add(copy);
        if (result != null) {
            Button mail = new Button(
                    texts.text("mail"),
                    VaadinIcon.ENVELOPE_O.create(),
                    click -> new SubscribeDialog(texts, state, subscriptions).open());
            mail.setId("board-mail");
            add(mail);
            if (services.mayExport()) {
                add(csv(state));
            }
        }
        getChildren()
                .filter(Button.class::isInstance)
                .forEach(each ->
                        ((Button) each).addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL));
        add(new PageLink(BoardsNavigation.COSTS, texts.text("costs.title")));
        add(new PageLink(BoardsNavigation.MAIL, texts.text("mail.mine")));
    }

    private void copy() {
        getElement().executeJs(COPY).then(Boolean.class, copied -> {
            if (copied) {
                Toasts.done(texts.text("copied"));
            } else {
                Toasts.failed(texts.text("copied.not"));
            }
        });
    }

    private Anchor csv(BoardState state) {
        Anchor csv = new Anchor();
        csv.setText(texts.screen().getTranslation("chart.csv"));
        csv.setTitle(texts.screen().getTranslation("chart.csv.logged"));
        csv.setHref(event -> services.export(state, texts.locale(), event));
        return csv;
    }
}
