package org.leadrelay.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** Dialog that shows a secret once. */
public final class SecretDialog extends Dialog {

    /**
     * @param key what its texts begin with: {@code keys.secret}
     * @param name of what the secret opens
     * @param example how it is sent or filled in
     */
    public SecretDialog(String key, String name, String shown, String example) {
        setHeaderTitle(getTranslation(key, name));
        Paragraph once = new Paragraph(getTranslation(key + ".once"));
        TextField secret = new TextField();
        secret.setLabel(getTranslation(key + ".label"));
        secret.setValue(shown);
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.addClassName("secret");
        Button copy = new Button(VaadinIcon.COPY.create());
        copy.setAriaLabel(getTranslation(key + ".copy"));
        copy.setTooltipText(getTranslation(key + ".copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", shown);
            Toasts.done(getTranslation(key + ".copied"));
        });
        secret.setSuffixComponent(copy);
        Paragraph how = new Paragraph(getTranslation(key + ".how"));
        how.addClassName("secondary");
        Pre filledIn = new Pre(example);
        filledIn.addClassName("example");
        Button kept = new Button(getTranslation(key + ".kept"), click -> close());
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(once, secret, how, filledIn);
        getFooter().add(kept);
        setWidth("min(40em, 100vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
    }
}
