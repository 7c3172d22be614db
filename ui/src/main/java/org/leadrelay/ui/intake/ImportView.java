package org.leadrelay.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.ImportResults;
import org.leadrelay.intake.ImportUndos;
import org.leadrelay.intake.Imports;
import org.leadrelay.intake.Mappings;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/**
 * View of one import: matched and previewed while it is a draft, followed once it runs. It can be left and come
 * back to at any time.
 */
@Route(IntakeNavigation.IMPORTS + "/:id")
@Allowed(Permission.READ_INTAKE)
class ImportView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final Imports imports;
    private final Mappings mappings;
    private final ImportResults results;
    private final ImportUndos undos;
    private final CurrentPerson person;
    private final People people;
    private final Times times;
    private final Ticker ticker;
    private final PersonSettings settings;
    private String fileName = "";

    ImportView(
            Imports imports,
            Mappings mappings,
            ImportResults results,
            ImportUndos undos,
            CurrentPerson person,
            People people,
            Times times,
            Ticker ticker,
            PersonSettings settings) {
        this.imports = imports;
        this.mappings = mappings;
        this.results = results;
        this.undos = undos;
        this.person = person;
        this.people = people;
        this.times = times;
        this.ticker = ticker;
        this.settings = settings;
        addClassName("import-view");
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("");
        try {
            show(imports.progress(UUID.fromString(asked)));
        } catch (NotFound | IllegalArgumentException missing) {
            event.rerouteToError(NotFoundException.class, getTranslation("imports.missing"));
        }
    }

    private void show(ImportProgress progress) {
        fileName = progress.fileName();
        removeAll();
        Anchor back = new Anchor(IntakeNavigation.IMPORTS, getTranslation("imports.title"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("back");
        Div head = new Div(back, new H1(fileName));
        head.addClassName("view-head");
        add(head);
        if (progress.state().equals("draft")) {
            MatchPanel match = new MatchPanel(imports, mappings, person, times, progress.id(), this::show);
            add(match);
            setFlexGrow(1, match);
        } else {
            RowsPanel rows = new RowsPanel(results, progress.id());
            add(
                    new ProgressPanel(
                            imports,
                            ticker,
                            times,
                            people.displayName(progress.createdBy()),
                            ImportsView.onlyReads(person),
                            rows::refresh,
                            progress),
                    new UndoPanel(
                            imports,
                            undos,
                            people,
                            times,
                            ticker,
                            ImportsView.onlyReads(person),
                            rows::refresh,
                            progress),
                    rows);
            addClassName("scrolled");
        }
        getUI().or(() -> java.util.Optional.ofNullable(UI.getCurrent()))
                .ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    /** A file may be called after a lead, as anything that people name. */
    @Override
    public String getPageTitle() {
        return settings.mine().namesInTitles() ? fileName : getTranslation("imports.title");
    }
}
