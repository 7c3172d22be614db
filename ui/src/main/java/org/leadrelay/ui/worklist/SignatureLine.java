package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.charter.SignOff;
import org.leadrelay.ui.component.PageLink;

/** Line above the inbox with the charter that awaits the person's signature: a task of its own kind, without a lead. */
class SignatureLine extends PageLink {

    private static final long serialVersionUID = 1L;

    private final SignOff signOff;

    SignatureLine(SignOff signOff) {
        this.signOff = signOff;
        addClassName("signature-line");
        setId("inbox-signature");
        look();
    }

    /** Asks anew whether there is anything to sign. */
    final void look() {
        removeAll();
        signOff.toSign().ifPresent(version -> {
            Span action = new Span(getTranslation("inbox.signature.open"));
            action.addClassName("signature-open");
            setHref("charter/" + version);
            add(VaadinIcon.EDIT.create(), new Span(getTranslation("inbox.signature", String.valueOf(version))), action);
        });
        setVisible(getChildren().findAny().isPresent());
    }
}
