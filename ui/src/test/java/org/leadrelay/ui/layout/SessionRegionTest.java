package org.leadrelay.ui.layout;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

/** As which region's dates are written: the browser's, or the person's choice. */
class SessionRegionTest extends ViewTest {

    private static final LocalDate THIRD_OF_DECEMBER = LocalDate.of(2026, 12, 3);

    @Autowired
    PersonSettings settings;

    @ParameterizedTest(name = "speaking {0}, a browser that asks for {1} shows {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en | en-GB,en              | en-GB | 3 Dec 2026",
                "en | en-US,en              | en-US | Dec 3, 2026",
                "en | en                    | en-GB | 3 Dec 2026",
                "en | de-DE,de,en-US,en     | en-DE | 3 Dec 2026",
                "en | fr-FR,fr,en           | en-GB | 3 Dec 2026",
                "de | de-AT,de              | de-AT | 03.12.2026",
                "de | en-US,en,de           | de-DE | 03.12.2026",
                "de | de                    | de-DE | 03.12.2026"
            })
    void dates_follow_the_region_that_the_browser_asks_for_first(
            String language, String asked, String locale, String date) {
        // when
        SessionRegion.keep(VaadinSession.getCurrent(), null, asking(asked));

        // then
        Locale written = SessionRegion.locale(VaadinSession.getCurrent(), Locale.forLanguageTag(language));
        assertThat(written).isEqualTo(Locale.forLanguageTag(locale));
        assertThat(Times.day(THIRD_OF_DECEMBER, written)).isEqualTo(date);
    }

    @Test
    void the_choice_of_a_person_goes_before_the_browsers_region() {
        // given
        cast.person("region-rep", Roles.SALES_REP);
        logIn("region-rep");
        open("settings");

        // when
        _setValue(_get(ViewTest.<ComboBox<String>>of(ComboBox.class)), "US");
        assertThat(_get(ComboBox.class).getHelperText()).contains("Dec 3, 2026");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        // then
        assertThat(settings.of("region-rep").region()).isEqualTo("US");
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.US);
        SessionRegion.keep(VaadinSession.getCurrent(), settings.of("region-rep").region(), asking("en-GB"));
        assertThat(SessionRegion.locale(VaadinSession.getCurrent(), Locale.ENGLISH))
                .isEqualTo(Locale.US);
    }

    private static VaadinRequest asking(@Nullable String languages) {
        VaadinServletRequest current = VaadinServletRequest.getCurrent();
        FakeRequest request = (FakeRequest) current.getRequest();
        return new VaadinServletRequest(request, current.getService()) {
            @Override
            public java.util.Enumeration<Locale> getLocales() {
                return java.util.Collections.enumeration(Arrays.stream(languages.split(","))
                        .map(LanguageRange::new)
                        .map(each -> Locale.forLanguageTag(each.getRange()))
                        .toList());
            }
        };
    }
}
