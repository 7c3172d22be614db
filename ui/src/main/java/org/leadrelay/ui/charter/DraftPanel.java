package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.Change;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.PairedRelease;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.InfoDialog;
import org.leadrelay.ui.component.Toasts;

/** Panel of a version on its way: what it changes, and what the person can do with it. */
final class DraftPanel extends Section {

    private final CharterDesk desk;
    private final CharterVersion draft;
    private final CharterDesk.Shown shown;
    private final Div actions = new Div();
    private final List<Mandate> unsigned;

    DraftPanel(CharterDesk desk, CharterVersion draft, CharterDesk.Shown shown) {
        this.desk = desk;
        this.draft = draft;
        this.shown = shown;
        unsigned = draft.stage() == VersionStage.PROPOSED ? desk.signOff().open() : List.of();
        addClassName("charter-draft");
        actions.addClassName("form-end");
        add(new H2(getTranslation("charter.draft.changes")), changes());
        if (draft.stage() != VersionStage.DRAFT) {
            add(new Paragraph(moment()), places());
        }
        desk.release(draft).ifPresent(each -> add(new Paragraph(release(each))));
        if (draft.isOpen() && desk.rights().mayWrite()) {
            add(new Paragraph(getTranslation("charter.draft.what")));
        }
        actions();
        add(actions);
    }

    /** Asks for the person's signature; nothing where the person has none to give. */
    Optional<Runnable> signature() {
        return unsigned.stream().findFirst().map(mandate -> () -> sign(mandate));
    }

    private Component changes() {
        List<Change> changes = desk.reader().difference(draft);
        if (changes.isEmpty()) {
            return new Paragraph(getTranslation("charter.draft.nothing"));
        }
        UnorderedList list = new UnorderedList();
        changes.forEach(each -> list.add(new ListItem(each.words())));
        return list;
    }

    private String moment() {
        return draft.effectiveFrom() == null
                ? getTranslation("charter.moment.signed")
                : getTranslation("charter.moment.at", desk.times().exact(draft.effectiveFrom(), getLocale()));
    }

    /** With which release of the models it takes effect, and what that still takes. */
    private Component release(PairedRelease.Partner partner) {
        Anchor link = new Anchor("redesign/" + partner.number(), getTranslation(awaited(partner), partner.number()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private String awaited(PairedRelease.Partner partner) {
        if (draft.stage() == VersionStage.SCHEDULED) {
            return "charter.release.scheduled";
        }
        if (partner.approved()) {
            return "charter.release.approved";
        }
        return Arrays.stream(Mandate.values())
                        .allMatch(each -> draft.signature(each).isPresent())
                ? "charter.release.signed"
                : "charter.release.open";
    }

    /** Both sides: who has signed, or who can. */
    private Component places() {
        UnorderedList places = new UnorderedList();
        for (Mandate mandate : Mandate.values()) {
            String side = desk.words().mandate(mandate);
            places.add(new ListItem(draft.signature(mandate)
                    .map(each -> getTranslation(
                            "charter.place.signed",
                            side,
                            desk.words().person(each.person()),
                            desk.times().text(each.at(), getLocale())))
                    .orElseGet(() -> waiting(mandate, side))));
        }
        return places;
    }

    private String waiting(Mandate mandate, String side) {
        List<String> who = desk.rights().signers(mandate).stream()
                .map(desk.words()::person)
                .toList();
        return who.isEmpty()
                ? getTranslation("charter.place.nobody", side)
                : getTranslation("charter.place.waits", side, String.join(", ", who));
    }

    private void actions() {
        if (draft.stage() == VersionStage.DRAFT && desk.rights().mayWrite()) {
            action("charter.propose", this::propose).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        unsigned.forEach(this::signing);
        if (desk.rights().mayWithdraw()) {
            action("charter.recount", this::recount);
        }
        if (draft.stage() != VersionStage.DRAFT && desk.rights().mayWithdraw()) {
            action("charter.withdraw", this::withdraw);
        }
        if (draft.isOpen() && desk.rights().mayWrite()) {
            action("charter.discard", this::discard).addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
    }

    private Button action(String key, Runnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        actions.add(button);
        return button;
    }

    private void signing(Mandate mandate) {
        Button sign =
                new Button(getTranslation("charter.sign.for", desk.words().mandate(mandate)), click -> sign(mandate));
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions.add(sign);
    }

    private void propose() {
        new ProposeDialog(desk.times()).ask(from -> {
            shown.accept(desk.drafts().propose(draft.edition(), from));
            Toasts.done(getTranslation("charter.proposed"));
        });
    }

    /** Signs what stands on this page: the hash is the one that was read. */
    private void sign(Mandate mandate) {
        new SignDialog(desk, draft, mandate).ask(recompute -> {
            shown.accept(desk.signOff().sign(draft.version(), mandate, draft.contentHash(), recompute));
            Toasts.done(getTranslation("charter.sign.done"));
        });
    }

    private void recount() {
        InfoDialog dialog = new InfoDialog("60em");
        dialog.setHeaderTitle(getTranslation("charter.recount"));
        dialog.add(new RecountPanel(desk, draft));
        dialog.open();
    }

    private void withdraw() {
        ConfirmDialogs.before(
                getTranslation("charter.withdraw.ask", Integer.toString(draft.version())),
                getTranslation("charter.withdraw.consequence." + draft.stage().code()),
                getTranslation("charter.withdraw"),
                () -> shown.accept(desk.signOff().withdraw(draft.version())));
    }

    private void discard() {
        ConfirmDialogs.before(
                getTranslation("charter.discard.ask", Integer.toString(draft.version())),
                getTranslation("charter.discard.consequence"),
                getTranslation("charter.discard"),
                () -> {
                    desk.drafts().discard(draft.edition());
                    shown.accept(desk.versions().version(draft.version()));
                });
    }
}
