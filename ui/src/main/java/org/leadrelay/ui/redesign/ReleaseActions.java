package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.Candidates.Rebased;
import org.leadrelay.redesign.Release;
import org.leadrelay.ui.component.Toasts;

/** What the person can do with a release now; where they may not, why not and who may. */
final class ReleaseActions extends Div {

    private final ReleasePresenter desk;
    private final ReleaseContent content;
    private final Release release;
    private final ReleasePresenter.Shown shown;
    private final Div buttons = new Div();

    ReleaseActions(ReleasePresenter desk, ReleaseContent content, ReleasePresenter.Shown shown) {
        this.desk = desk;
        this.content = content;
        this.release = content.release();
        this.shown = shown;
        addClassName("redesign-deeds-panel");
        buttons.addClassName("form-end");
        switch (release.stage()) {
            case DRAFT -> ofDraft();
            case SEALED -> ofSealed();
            case AWAITING_CHARTER, SCHEDULED -> withdrawing();
            case IN_FORCE -> ofInForce();
            case PAST -> rollingBack(release.number());
            case REJECTED, WITHDRAWN -> ofEnded();
        }
        add(buttons);
        buttons.setVisible(buttons.getChildren().findAny().isPresent());
    }

    private void ofDraft() {
        if (!desk.mayRedesign()) {
            say("redesign.files.who");
            return;
        }
        if (content.isRefused()) {
            say("redesign.seal.refused");
        } else if (content.isUnchanged()) {
            say("redesign.seal.unchanged", release.base());
        }
        boolean moved = release.base() != desk.releases().current().release();
        if (moved) {
            say("redesign.seal.moved");
        }
        Button seal = button("redesign.seal", this::seal);
        seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        seal.setEnabled(!content.isRefused() && !content.isUnchanged() && !moved);
        withdrawing();
    }

    private void seal() {
        new SealDialog(release).ask(title -> {
            shown.accept(desk.approval().seal(release.number(), release.edition(), title));
            Toasts.done(getTranslation("redesign.seal.done"));
        });
    }

    private void ofSealed() {
        if (!desk.mayApprove()) {
            say("redesign.approve.who", desk.approvers(release, this));
        } else if (desk.hadAHandIn(release)) {
            say("redesign.approve.own", desk.approvers(release, this));
        } else {
            Button approve = button("redesign.approve", this::approve);
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            button("redesign.reject", this::reject);
        }
        withdrawing();
    }

    /** Approves what this page shows: the hash is the one that was read. */
    private void approve() {
        new ApproveDialog(release, content.changes().size(), desk.times()).ask(from -> {
            shown.accept(desk.approval().approve(release.number(), release.contentHash(), from));
            Toasts.done(getTranslation("redesign.approve.done"));
        });
    }

    private void reject() {
        new WhyDialog(
                        getTranslation("redesign.reject.ask", release.number()),
                        getTranslation("redesign.reject.consequence"))
                .ending()
                .ask(
                        getTranslation("redesign.reject.deed"),
                        why -> shown.accept(desk.approval().reject(release.number(), why)));
    }

    private void withdrawing() {
        if (desk.mayTakeBack()) {
            Button withdraw = button("redesign.withdraw", this::withdraw);
            withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        }
    }

    private void withdraw() {
        new WhyDialog(
                        getTranslation("redesign.withdraw.ask", release.number()),
                        getTranslation("redesign.withdraw.consequence."
                                + release.stage().code()))
                .ending()
                .ask(
                        getTranslation("redesign.withdraw.deed"),
                        why -> shown.accept(desk.approval().withdraw(release.number(), why)));
    }

    /** Its changes are not lost: another candidate may begin with them. */
    private void ofEnded() {
        say("redesign.ended." + release.stage().code());
        if (desk.mayRedesign() && desk.releases().open().isEmpty() && release.base() > 0) {
            button("redesign.again", this::again);
        }
    }

    private void again() {
        try {
            Rebased begun = desk.candidates().beginFrom(release.number());
            UI.getCurrent()
                    .navigate(
                            ReleaseView.class,
                            ReleaseView.parameters(begun.release().number()));
            desk.tellLookAgain(begun, this);
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }

    private void ofInForce() {
        desk.previous().ifPresentOrElse(before -> rollingBack(before.number()), () -> say("redesign.back.first"));
    }

    private void rollingBack(int to) {
        if (desk.mayTakeBack()) {
            Button back = new Button(getTranslation("redesign.back", to), click -> rollBack(to));
            back.setId("redesign-back");
            buttons.add(back);
        } else {
            say("redesign.back.who");
        }
    }

    private void rollBack(int to) {
        new WhyDialog(getTranslation("redesign.back.ask", to), getTranslation("redesign.back.consequence", to))
                .ask(getTranslation("redesign.back.deed"), why -> {
                    Release back = desk.approval().rollBack(to, why);
                    UI.getCurrent()
                            .navigate(
                                    ReleaseView.class,
                                    ReleaseView.parameters(back.number()),
                                    ReleaseView.query(ReleaseTab.APPROVAL));
                    Toasts.done(getTranslation("redesign.back.done"));
                });
    }

    private Button button(String key, Runnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        button.setId(key.replace('.', '-'));
        buttons.add(button);
        return button;
    }

    private void say(String key, Object... arguments) {
        addComponentAsFirst(new Paragraph(getTranslation(key, arguments)));
    }
}
