package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.Imports;
import org.leadrelay.platform.SearchText;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.SearchField;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of imports, newest first, with the upload of another one. */
@Route(IntakeNavigation.IMPORTS)
@Allowed(Permission.READ_INTAKE)
class ImportsView extends VerticalLayout implements HasDynamicTitle {

    private static final int MOST = 500;

    private final Imports imports;
    private final People people;
    private final Times times;
    private final LocalNumbers counts = new LocalNumbers(getLocale());
    private final Grid<ImportProgress> grid = new Grid<>();
    private final SearchField text = new SearchField(getTranslation("imports.search"));
    private final Select<String> state = new Select<>();
    private final Div nothing = new Div();
    private List<ImportProgress> all = List.of();

    ImportsView(Imports imports, CurrentPerson currentPerson, People people, Times times, Ticker ticker) {
        this.imports = imports;
        this.people = people;
        this.times = times;
        text.addValueChangeListener(event -> filter());
        state.addValueChangeListener(event -> filter());
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("imports/" + click.getItem().id()));
        ticker.whileShown(this, this::look);

        addClassName("imports-view");
        setSizeFull();
        PageLink pairs = new PageLink(IntakeNavigation.DUPLICATES, getTranslation("duplicates.title"));
        PageLink claims = new PageLink(IntakeNavigation.CONSENTS, getTranslation("claims.title"));
        Div ways = new Div(pairs, claims);
        ways.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("imports.title")), ways);
        head.addClassName("view-head");
        add(head);
        if (!onlyReads(currentPerson)) {
            add(new FileDrop(imports, draft -> UI.getCurrent().navigate("imports/" + draft)));
        }
        nothing.addClassName("fill");
        add(filters(), columns(), nothing);
        setFlexGrow(1, grid);
        all = imports.latest(0, MOST).items();
        filter();
    }

    static boolean onlyReads(CurrentPerson person) {
        return !person.get().may(Permission.BRING_IN_LEADS);
    }

    private Div filters() {
        text.addClassName("filters-search");
        state.setItems("queued", "running", "done", "cancelled", "failed");
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("imports.state.any"));
        state.setPlaceholder(getTranslation("imports.state.any"));
        state.setItemLabelGenerator(each -> getTranslation("imports.state." + (each == null ? "any" : each)));
        state.setAriaLabel(getTranslation("imports.column.state"));
        state.getElement().getThemeList().add("small");
        state.addClassName("filter");
        Div filters = new Div(text, state);
        filters.addClassName("filters");
        return filters;
    }

    private Grid<ImportProgress> columns() {
        grid.addClassName("imports-grid");
        GridLook.lines(grid);
        grid.setSizeFull();
        Grid.Column<ImportProgress> file = grid.addComponentColumn(ImportsView::link)
                .setHeader(getTranslation("imports.column.file"))
                .setComparator(Comparator.comparing(ImportProgress::fileName))
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("imports.column.state"))
                .setComparator(Comparator.comparing(ImportProgress::state))
                .setAutoWidth(true);
        List<Grid.Column<ImportProgress>> wide = List.of(
                number("read", ImportProgress::read),
                number("created", ImportProgress::created),
                number("merged", ImportProgress::merged),
                number("refused", ImportProgress::refused),
                grid.addColumn(each -> people.displayName(each.createdBy()))
                        .setHeader(getTranslation("imports.column.by"))
                        .setSortable(true)
                        .setAutoWidth(true),
                grid.addComponentColumn(each -> times.shown(each.createdAt(), getLocale()))
                        .setHeader(getTranslation("imports.column.at"))
                        .setComparator(Comparator.comparing(ImportProgress::createdAt))
                        .setAutoWidth(true));
        file.setSortable(true);
        ScreenWidth.follow(this, narrow -> wide.forEach(each -> each.setVisible(!narrow)));
        return grid;
    }

    private Grid.Column<ImportProgress> number(String name, Count count) {
        return grid.addColumn(each -> counts.number(count.of(each)))
                .setHeader(getTranslation("imports.column." + name))
                .setComparator(Comparator.comparingLong(count::of))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private interface Count extends java.io.Serializable {
        long of(ImportProgress progress);
    }

    private Component state(ImportProgress each) {
        Span badge = ImportState.badge(each, this);
        ImportProgress.Undo undo = each.undo();
        if (undo == null || undo.finishedAt() == null) {
            return badge;
        }
        Span by = new Span(
                getTranslation("undo.done", people.displayName(undo.by()), times.text(undo.finishedAt(), getLocale())));
        by.addClassName("second-line");
        Div cell = new Div(badge, by);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Component link(ImportProgress each) {
        PageLink link = new PageLink("imports/" + each.id(), each.fileName());
        return link;
    }

    private void look() {
        List<ImportProgress> now = imports.latest(0, MOST).items();
        if (!now.equals(all)) {
            all = now;
            filter();
        }
    }

    private void filter() {
        String asked = text.getValue();
        String in = state.getValue();
        List<ImportProgress> found =
                all.stream().filter(each -> matches(each, asked, in)).toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.removeAll();
        nothing.setVisible(found.isEmpty());
        if (found.isEmpty()) {
            String why = all.isEmpty() ? "imports.none" : "imports.none.found";
            nothing.add(new EmptyState(getTranslation(why), getTranslation(why + ".why")));
        }
    }

    private static boolean matches(ImportProgress each, String asked, @Nullable String in) {
        return (in == null || each.state().equals(in)) && SearchText.finds(asked, each.fileName());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("imports.title");
    }
}
