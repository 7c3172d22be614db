package org.leadrelay.ui.leads;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.export.ExportLog;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(JourneyDriver.class)
class LeadsViewTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    ExportLog exports;

    private final String firm = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void twoLeads() {
        cast.person("mary", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("watcher", Roles.AUDITOR);
        lead("Salma", "Webinar");
        lead("=Berta", "Fair");
    }

    @Test
    void the_address_says_what_is_listed_and_a_filter_changes_it() {
        // given
        logIn("mary");
        open("leads?text=" + firm + "&source=Fair");

        // then
        assertThat(names()).containsExactly("=Berta Amin");

        // and when
        _setValue(
                _get(
                        TextField.class,
                        spec -> spec.withPredicate(each -> each.getValue().equals(firm))),
                "nobody at all");

        // then
        assertThat(address()).contains("source=Fair").contains("text=nobody");
        assertThat(_get(H2.class).getText()).isEqualTo("No lead fits");
    }

    @Test
    void columns_are_chosen_and_stand_in_the_address() {
        // given
        logIn("mary");
        open("leads?text=" + firm);

        // when
        _click(_get(Button.class, spec -> spec.withText("Columns")));
        @SuppressWarnings("unchecked")
        CheckboxGroup<LeadColumn> choice = _get(CheckboxGroup.class);
        choice.setValue(Set.of(LeadColumn.NAME, LeadColumn.SOURCE));
        _click(_get(Button.class, spec -> spec.withText("Show these")));

        // then
        assertThat(address()).contains("columns=name%2Csource");
        assertThat(_get(LeadsGrid.class).getColumnByKey("company").isVisible()).isFalse();
    }

    @Test
    void the_file_holds_exactly_what_is_shown_without_formulas_and_is_put_on_record() {
        // given
        logIn("mary");
        open("leads?text=" + firm + "&columns=name,source&sort=name");

        // when
        String file = new String(DownloadKt._download(_get(LeadDownload.class)), StandardCharsets.UTF_8);

        // then
        assertThat(file.lines()).containsExactlyInAnyOrder("Name,Source", "'=Berta Amin,Fair", "Salma Amin,Webinar");
        cast.actingAs("watcher");
        ExportLog.Export last = exports.page(0, 1).items().get(0);
        assertThat(last.person()).isEqualTo("mary");
        assertThat(last.rows()).isEqualTo(2);
    }

    @Test
    void a_rep_finds_only_the_teams_leads_and_enters_none() {
        // given
        logIn("ada");

        // when
        open("leads?text=" + firm);

        // then
        assertThat(_get(H2.class).getText()).isEqualTo("No lead fits");
        assertThat(_get(LeadsView.class).getElement().getTextRecursively()).doesNotContain("New lead");
        assertThat(_find(LeadsGrid.class)).isEmpty();
    }

    private void lead(String first, String source) {
        driver.capture(Map.of(
                Field.FIRST_NAME, first,
                Field.LAST_NAME, "Amin",
                Field.COMPANY, firm,
                Field.SOURCE, source,
                Field.EMAIL, UUID.randomUUID() + "@firm.example"));
    }

    private static java.util.List<String> names() {
        return GridKt._findAll(_get(LeadsGrid.class)).stream()
                .map(LeadRow::name)
                .toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
