package org.leadrelay.ui.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.nurture.text.NurtureText;
import org.leadrelay.nurture.text.TextKey;
import org.leadrelay.nurture.text.TextVersion;
import org.leadrelay.platform.Language;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.Toasts;

/** What can be done with a text now: saved, put forward, given up, approved, returned. */
final class TextActions extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TextServices services;
    private final TextEditor editor;
    private final SerializableConsumer<NurtureText> drawn;
    private final Button save = new Button();
    private final Button propose = new Button();
    private final Button discard = new Button();
    private final Button approve = new Button();
    private final Button giveBack = new Button();
    private transient @Nullable NurtureText text;

    TextActions(TextServices services, TextEditor editor, SerializableConsumer<NurtureText> drawn) {
        this.services = services;
        this.editor = editor;
        this.drawn = drawn;
        addClassName("text-actions");
        save.addClickListener(click -> save());
        propose.addClickListener(click -> propose());
        discard.addClickListener(click -> discard());
        approve.addClickListener(click -> approve());
        giveBack.addClickListener(click -> giveBack());
        save.setText(getTranslation("texts.save"));
        save.setTooltipText(getTranslation("texts.save.key"));
        propose.setText(getTranslation("texts.propose"));
        discard.setText(getTranslation("texts.discard"));
        approve.setText(getTranslation("texts.approve"));
        giveBack.setText(getTranslation("texts.return"));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        add(discard, save, propose, giveBack, approve);
    }

    /**
     * @param changed whether something is typed that is not saved
     */
    void show(NurtureText now, boolean changed) {
        text = now;
        TextVersion draft = now.draft();
        boolean drafted = draft != null;
        boolean awaits = draft != null && draft.isAwaiting();
        save.setVisible(now.mayWrite());
        save.setEnabled(changed);
        propose.setVisible(now.mayWrite() && (changed || (drafted && !awaits)));
        discard.setVisible(now.mayWrite() && drafted);
        approve.setVisible(now.mayApprove() && !changed);
        giveBack.setVisible(now.mayApprove() && !changed);
        propose.getThemeNames().set("primary", propose.isVisible());
    }

    void save() {
        does("texts.saved", now -> services.editing().save(key(now), language(now), editor.content(), now.edition()));
    }

    /** What is typed goes with it. */
    private void propose() {
        does(
                "texts.proposed",
                now -> services.editing().propose(key(now), language(now), editor.content(), now.edition()));
    }

    private void discard() {
        ConfirmDialogs.before(
                getTranslation("texts.discard.ask"),
                getTranslation("texts.discard.what"),
                getTranslation("texts.discard"),
                () -> does(
                        "texts.discarded", now -> services.editing().discard(key(now), language(now), now.edition())));
    }

    private void approve() {
        new AnswerDialog(getTranslation("texts.approve.title"), getTranslation("texts.approve.what"))
                .ask(
                        getTranslation("texts.approve"),
                        words -> answered(
                                "texts.approved",
                                now -> services.editing().approve(key(now), language(now), now.edition(), words)));
    }

    private void giveBack() {
        new AnswerDialog(getTranslation("texts.return.title"), getTranslation("texts.return.what"))
                .ask(
                        getTranslation("texts.return.do"),
                        words -> answered(
                                "texts.returned",
                                now -> services.editing().giveBack(key(now), language(now), now.edition(), words)));
    }

    /** What is refused stands beside its field, and nothing typed is lost. */
    void tried(Runnable work) {
        boolean unused = editor.refusals().tried(work);
    }

    private void does(String said, Function<NurtureText, NurtureText> work) {
        tried(() -> answered(said, work));
    }

    private void answered(String said, Function<NurtureText, NurtureText> work) {
        NurtureText now = text;
        if (now != null) {
            NurtureText after = work.apply(now);
            Toasts.done(getTranslation(said));
            drawn.accept(after);
        }
    }

    private static TextKey key(NurtureText now) {
        return TextKey.of(now.track(), now.step());
    }

    private static Language language(NurtureText now) {
        return TextKey.language(now.language());
    }
}
