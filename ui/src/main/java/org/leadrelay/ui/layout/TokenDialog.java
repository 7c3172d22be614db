package org.leadrelay.ui.layout;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of a new personal token: where it is kept, and for how long it is good. */
final class TokenDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private static final int USUAL_DAYS = 90;

    /** Makes the token. */
    interface Making extends Serializable {
        void make(String name, int days);
    }

    TokenDialog(Making making) {
        super("28em");
        TextField name = new TextField(getTranslation("tokens.name"));
        name.setHelperText(getTranslation("tokens.name.what"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(80);
        name.setWidthFull();
        Select<Integer> days = new Select<>();
        days.setLabel(getTranslation("tokens.days"));
        days.setHelperText(getTranslation("tokens.days.what"));
        days.setItems(30, USUAL_DAYS, 180, 365);
        days.setItemLabelGenerator(each -> getTranslation("tokens.days.number", each));
        days.setValue(USUAL_DAYS);
        days.setWidthFull();
        refusals().field("name", name).field("days", days);
        setHeaderTitle(getTranslation("tokens.make"));
        form(name, days);
        saves(getTranslation("tokens.make"), () -> making.make(name.getValue(), days.getValue()));
    }
}
