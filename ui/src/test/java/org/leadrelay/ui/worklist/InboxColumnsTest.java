package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.export.ExportLog;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Which columns the inbox shows, on the screen and as a file. */
@Import(JourneyDriver.class)
class InboxColumnsTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    ExportLog exports;

    private final String tag = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void oneLeadToQualify() {
        cast.person("mary", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("watcher", Roles.AUDITOR);
        driver.capture(Map.of(
                Field.FIRST_NAME, "=Salma",
                Field.LAST_NAME, "Amin",
                Field.EMAIL, "salma@" + tag + ".example",
                Field.COMPANY, tag,
                Field.SOURCE, "Webinar",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
    }

    @Test
    void columns_are_chosen_and_stand_in_the_address() {
        // given
        logIn("mary");
        open("inbox?source=Webinar&q=" + tag);

        // when
        _click(_get(Button.class, spec -> spec.withText("Columns")));
        @SuppressWarnings("unchecked")
        CheckboxGroup<InboxColumn> choice = _get(CheckboxGroup.class);
        choice.setValue(Set.of(InboxColumn.LEAD, InboxColumn.ROLE));
        _click(_get(Button.class, spec -> spec.withText("Show these")));

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation())
                .satisfies(each -> assertThat(each.getPathWithQueryParameters()).contains("columns=lead%2Crole"));
        assertThat(headings()).containsExactly("Lead", "Role");
    }

    @Test
    void the_file_holds_what_is_shown_without_formulas_and_is_put_on_record() {
        // given
        logIn("mary");
        open("inbox?source=Webinar&columns=lead,step,who&q=" + tag);

        // when
        String file = file();

        // then
        assertThat(file.lines())
                .containsExactly(
                        "Lead,Company,Step,Source,Priority,Who",
                        "'=Salma Amin," + tag + ",Qualify lead,Webinar,high,free");
        cast.actingAs("watcher");
        assertThat(exports.page(0, 1).items())
                .extracting(ExportLog.Export::person, ExportLog.Export::what, ExportLog.Export::rows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("mary", "tasks", 1L));
    }

    @Test
    void nobody_takes_out_what_they_do_not_see() {
        // given
        logIn("ada");
        open("inbox?scope=all&source=Webinar&columns=lead&q=" + tag);

        // when
        String file = file();

        // then
        assertThat(file.lines()).containsExactly("Lead,Company");
    }

    private static String file() {
        return new String(DownloadKt._download(_get(InboxDownload.class)), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static List<String> headings() {
        Grid<TaskRow> grid = _get(Grid.class);
        return grid.getColumns().stream()
                .filter(Grid.Column::isVisible)
                .map(Grid.Column::getHeaderText)
                .toList();
    }
}
