package org.leadrelay.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Nav;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.export.ExportLog.Export;
import org.leadrelay.export.LeadExports;
import org.leadrelay.export.TaskExports;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.InboxQuery;
import org.springframework.beans.factory.annotation.Autowired;

class ExportsViewTest extends ViewTest {

    @Autowired
    LeadExports leads;

    @Autowired
    TaskExports tasks;

    @Autowired
    People people;

    @BeforeEach
    void twoHaveTakenSomething() throws IOException {
        cast.person("mary", Roles.MARKETING);
        cast.person("mike", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        logIn("mary");
        leads.write(new LeadQuery(null, null, null, null, null, null, null, 0, 1, "name"), new ByteArrayOutputStream());
        logIn("mike");
        tasks.write(InboxQuery.of(InboxQuery.Scope.ROLE), List.of(), new ByteArrayOutputStream());
    }

    @Test
    void an_auditor_sees_who_took_what_and_narrows_it_to_one_person() {
        // given
        logIn("watcher");
        open(AdminNavigation.EXPORTS);
        assertThat(shown()).extracting(Export::what).contains("leads", "tasks");

        // when
        @SuppressWarnings("unchecked")
        ComboBox<Person> by = _get(ComboBox.class);
        by.setValue(people.get("mike"));

        // then
        assertThat(shown()).extracting(Export::person).containsOnly("mike");
        assertThat(_get(Nav.class, spec -> spec.withClasses("page-tabs"))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("RolesExports");
    }

    @Test
    void whoever_takes_data_out_does_not_see_the_record() {
        // when
        open(AdminNavigation.EXPORTS);

        // then
        assertThat(_find(ExportsView.class)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Export> shown() {
        Grid<Export> grid = _get(Grid.class);
        return GridKt._findAll(grid);
    }
}
