package org.leadrelay.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.LanguagePreference;
import org.leadrelay.platform.Language;

/** Field of the person's own language; as the browser asks until one is chosen. It takes effect at once, on all pages. */
final class LanguageSetting extends Select<Language> {

    private static final long serialVersionUID = 1L;

    private final transient LanguagePreference own;

    LanguageSetting(LanguagePreference own) {
        this.own = own;
        setLabel(getTranslation("settings.language"));
        setHelperText(getTranslation("settings.language.why"));
        setItems(Language.values());
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("settings.language.browser"));
        setItemLabelGenerator(each -> each == null ? getTranslation("settings.language.browser") : each.ownName());
        own.choice().ifPresent(this::setValue);
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                getUI().ifPresent(ui -> speak(ui, event.getValue()));
            }
        });
    }

    private void speak(UI ui, @Nullable Language chosen) {
        own.choose(chosen);
        ui.getSession().setLocale(SessionRegion.locale(ui.getSession(), chosen == null ? asked() : chosen.locale()));
        ui.getPage().reload();
    }

    private static Locale asked() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return Language.of(request == null ? null : request.getLocale()).locale();
    }
}
