package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** Modal dialog that shows something, with one button, which closes it. */
public class InfoDialog extends Dialog {

    /**
     * @param width of the dialog where the screen is wide enough, as in CSS
     */
    public InfoDialog(String width) {
        setWidth("min(" + width + ", 100vw)");
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }
}
