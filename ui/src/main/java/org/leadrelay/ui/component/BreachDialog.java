package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;

/** Asks for one of the agreed reasons, and for words where it is another one. */
public final class BreachDialog extends Dialog {

    /** Keeps what was said; what it throws is shown, and the dialog stays. */
    @FunctionalInterface
    public interface Saying {

        void say(String reason, String words);
    }

    private final Select<Option> reason = new Select<>();
    private final TextArea words = new TextArea();

    public BreachDialog(String title, List<Option> reasons, Saying saying) {
        setHeaderTitle(title);
        reason.setItems(reasons);
        reason.setItemLabelGenerator(Option::label);
        reason.setLabel(getTranslation("reason.why"));
        reason.setWidthFull();
        words.setLabel(getTranslation("reason.words"));
        words.setHelperText(getTranslation("reason.words.help"));
        words.setWidthFull();
        Button save = new Button(getTranslation("reason.save"), click -> save(saying));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(getTranslation("reason.cancel"), click -> close());
        getFooter().add(cancel, save);
        add(reason, words);
    }

    private void save(Saying saying) {
        reason.setInvalid(false);
        words.setInvalid(false);
        Option chosen = reason.getValue();
        try {
            saying.say(chosen == null ? "" : chosen.value(), words.getValue());
            close();
        } catch (Invalid wrong) {
            for (var each : wrong.violations()) {
                if (each.field().equals("words")) {
                    words.setErrorMessage(each.message());
                    words.setInvalid(true);
                } else {
                    reason.setErrorMessage(each.message());
                    reason.setInvalid(true);
                }
            }
        } catch (ProductException refused) {
            close();
            Toasts.refused(refused);
        }
    }
}
