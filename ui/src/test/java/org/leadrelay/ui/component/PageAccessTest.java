package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Wording;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

class PageAccessTest extends ViewTest {

    @Autowired
    Ticker ticker;

    private final List<Locale> asked = new ArrayList<>();

    @Test
    void what_is_pushed_is_worded_in_the_language_of_its_page_whatever_the_thread_spoke() {
        // given a page in German, and a thread that serves somebody English
        aGermanPage();
        LocaleContextHolder.setLocale(Locale.UK);

        // when
        PageAccess.run(UI.getCurrent(), () -> asked.add(Wording.language()));
        MockVaadin.clientRoundtrip();

        // then
        assertThat(asked).containsExactly(Locale.GERMAN);
        assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.UK);
    }

    @Test
    void what_looks_again_every_second_speaks_the_language_of_its_page() {
        // given a thread of nobody's
        aGermanPage();
        LocaleContextHolder.resetLocaleContext();
        Div shown = new Div();
        UI.getCurrent().add(shown);
        ticker.whileShown(shown, () -> asked.add(Wording.language()));

        // when
        ticker.tick();
        MockVaadin.clientRoundtrip();

        // then
        assertThat(asked).isNotEmpty().containsOnly(Locale.GERMAN);
        assertThat(LocaleContextHolder.getLocaleContext()).isNull();
    }

    private void aGermanPage() {
        cast.person("anna", Roles.SALES_MANAGER);
        logIn("anna");
        UI.getCurrent().setLocale(Locale.GERMAN);
    }
}
