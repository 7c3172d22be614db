package org.leadrelay.ui.component;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.leadrelay.platform.ProductException;

/** Confirmation dialogs before something is lost. */
public final class ConfirmDialogs {

    private ConfirmDialogs() {}

    /**
     * Opens the question; what the work refuses is shown as a message.
     *
     * @param title the question
     * @param consequence what will be so afterwards
     * @param action the words on the button that does it
     */
    public static ConfirmDialog before(String title, String consequence, String action, Runnable work) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(title);
        question.setText(consequence);
        question.setConfirmText(action);
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(question.getTranslation("common.keep"));
        question.addConfirmListener(confirmed -> {
            try {
                work.run();
            } catch (ProductException refusal) {
                Toasts.refused(refusal);
            }
        });
        question.open();
        return question;
    }
}
