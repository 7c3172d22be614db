package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.access.ApiKeys.NewApiKey;
import org.leadrelay.ui.component.Toasts;

/** Dialog that shows an API key's secret once. */
final class SecretDialog extends Dialog {

    SecretDialog(NewApiKey made) {
        setHeaderTitle(getTranslation("keys.secret", made.key().name()));
        Paragraph once = new Paragraph(getTranslation("keys.secret.once"));
        TextField secret = new TextField();
        secret.setLabel(getTranslation("keys.secret.label"));
        secret.setValue(made.secret());
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.addClassName("secret");
        Button copy = new Button(VaadinIcon.COPY.create());
        copy.setAriaLabel(getTranslation("keys.secret.copy"));
        copy.setTooltipText(getTranslation("keys.secret.copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", made.secret());
            Toasts.done(getTranslation("keys.secret.copied"));
        });
        secret.setSuffixComponent(copy);
        Paragraph how = new Paragraph(getTranslation("keys.secret.how"));
        how.addClassName("secondary");
        Pre example = new Pre("Authorization: Bearer " + made.secret());
        example.addClassName("example");
        Button kept = new Button(getTranslation("keys.secret.kept"), click -> close());
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(once, secret, how, example);
        getFooter().add(kept);
        setWidth("min(40em, 100vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
    }
}
