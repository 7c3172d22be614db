package org.leadrelay.ui.layout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.Collator;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.access.LanguagePreference;
import org.leadrelay.access.People;
import org.leadrelay.access.PermissionAgreements;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.PersonSettings.PersonSetting;
import org.leadrelay.access.UndoGrace;
import org.leadrelay.platform.Language;
import org.leadrelay.ui.component.AgreementLine;
import org.leadrelay.ui.component.Times;

/** View of the person's own settings. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 12, 3, 15, 30);

    SettingsView(PersonSettings settings, LanguagePreference language, PermissionAgreements agreements, People people) {
        Checkbox names = new Checkbox(getTranslation("settings.names"));
        names.setHelperText(getTranslation("settings.names.why"));
        names.setValue(settings.mine().namesInTitles());
        ComboBox<String> region = region();
        region.setValue(settings.mine().region());
        IntegerField grace = grace(settings);
        Button save = new Button(getTranslation("settings.save"), click -> {
            Integer seconds = grace.getValue();
            if (seconds == null || grace.isInvalid()) {
                grace.setInvalid(true);
                grace.focus();
                return;
            }
            settings.choose(new PersonSetting(names.getValue(), region.getValue(), Duration.ofSeconds(seconds)));
            getUI().ifPresent(ui -> SessionRegion.change(ui, region.getValue()));
            example(region);
            Notification.show(getTranslation("settings.saved"));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        addClassName("lr-message");
        Div form = new Div(new LanguageSetting(language), names, region, grace, save);
        form.addClassName("lr-form");
        add(new H1(getPageTitle()), new AgreementLine(agreements, people), form);
    }

    private ComboBox<String> region() {
        Map<String, String> names = Arrays.stream(Locale.getISOCountries())
                .collect(Collectors.toMap(each -> each, each -> new Locale("", each).getDisplayCountry(getLocale())));
        ComboBox<String> region = new ComboBox<>(getTranslation("settings.region"));
        region.setItems(names.keySet().stream()
                .sorted(Comparator.comparing(names::get, Collator.getInstance(getLocale())))
                .toList());
        region.setItemLabelGenerator(each -> names.getOrDefault(each, each));
        region.setPlaceholder(getTranslation("settings.region.browser"));
        region.setClearButtonVisible(true);
        region.setWidthFull();
        region.addValueChangeListener(event -> example(region));
        example(region);
        return region;
    }

    /** A moment as it would be written, on a day that two regions read differently. */
    private void example(ComboBox<String> region) {
        String chosen = region.getValue();
        Locale shown = chosen == null ? getLocale() : Language.of(getLocale()).in(chosen);
        region.setHelperText(getTranslation(
                "settings.region.example", Times.text(EXAMPLE.toInstant(ZoneOffset.UTC), ZoneOffset.UTC, shown)));
    }

    private IntegerField grace(PersonSettings settings) {
        IntegerField grace = new IntegerField(getTranslation("settings.grace"));
        grace.setHelperText(getTranslation("settings.grace.why"));
        grace.setErrorMessage(getTranslation("settings.grace.wrong", UndoGrace.LONGEST.toSeconds()));
        grace.setMin(0);
        grace.setMax((int) UndoGrace.LONGEST.toSeconds());
        grace.setStepButtonsVisible(true);
        grace.setId("grace");
        grace.setValue((int) settings.mine().grace().toSeconds());
        return grace;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title");
    }
}
