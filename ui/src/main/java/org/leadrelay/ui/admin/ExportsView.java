package org.leadrelay.ui.admin;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.export.ExportLog;
import org.leadrelay.export.ExportLog.Export;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of the record of exports: who took which data out. */
@Route(AdminNavigation.EXPORTS)
@Allowed(Permission.READ_EXPORTS)
class ExportsView extends VerticalLayout implements HasDynamicTitle {

    private static final int MOST = 1_000;

    private final ExportLog exports;
    private final People people;
    private final Times times;
    private final ComboBox<Person> by = new ComboBox<>();
    private final Grid<Export> grid = new Grid<>();
    private final Div nothing = new Div();

    ExportsView(ExportLog exports, People people, Times times, CurrentPerson person) {
        this.exports = exports;
        this.people = people;
        this.times = times;
        by.addValueChangeListener(event -> show());

        addClassName("exports-view");
        setSizeFull();
        by.setItems(people.all());
        by.setItemLabelGenerator(Person::displayName);
        by.setPlaceholder(getTranslation("exports.by.any"));
        by.setAriaLabel(getTranslation("exports.by"));
        by.setClearButtonVisible(true);
        by.getElement().getThemeList().add("small");
        Div filters = new Div(by);
        filters.addClassName("filters");
        nothing.addClassName("fill");
        add(new AdminHead("exports", person.get()), filters, columns(), nothing);
        setFlexGrow(1, grid);
        show();
    }

    private Grid<Export> columns() {
        grid.addClassName("exports-grid");
        GridLook.paragraphs(grid);
        grid.setSizeFull();
        grid.addComponentColumn(each -> times.shown(each.at(), getLocale()))
                .setHeader(getTranslation("exports.at"))
                .setComparator(Comparator.comparing(Export::at))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> people.displayName(each.person()))
                .setHeader(getTranslation("exports.by"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        Grid.Column<Export> what = grid.addColumn(each -> getTranslation("exports.what." + each.what()))
                .setHeader(getTranslation("exports.what"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        Grid.Column<Export> asked = grid.addColumn(Export::filter)
                .setHeader(getTranslation("exports.asked"))
                .setSortable(true)
                .setFlexGrow(1);
        grid.addColumn(Export::rows)
                .setHeader(getTranslation("exports.rows"))
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        ScreenWidth.follow(this, narrow -> List.of(what, asked).forEach(each -> each.setVisible(!narrow)));
        return grid;
    }

    private void show() {
        Person person = by.getValue();
        List<Export> found = exports.page(0, MOST).items().stream()
                .filter(each -> person == null || each.person().equals(person.login()))
                .toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        nothing.add(new EmptyState(getTranslation("exports.none"), getTranslation("exports.none.why")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.exports");
    }
}
