package org.leadrelay.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.intake.ImportProgress;
import org.leadrelay.intake.Imports;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.layout.Allowed;

/**
 * View of one import: matched and previewed while it is a draft, followed once it runs. It can be left and come
 * back to at any time.
 */
@Route(IntakeNavigation.IMPORTS + "/:id")
@Allowed(Permission.READ_INTAKE)
class ImportView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final Imports imports;
    private final ImportPanels panels;
    private final PersonSettings settings;
    private String fileName = "";

    ImportView(Imports imports, ImportPanels panels, PersonSettings settings) {
        this.imports = imports;
        this.panels = panels;
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
        PageLink back = new PageLink(IntakeNavigation.IMPORTS, getTranslation("imports.title"));
        back.addClassName("back");
        Div head = new Div(back, new H1(fileName));
        head.addClassName("view-head");
        add(head);
        if (progress.state().equals("draft")) {
            MatchPanel match = panels.match(progress, this::show);
            add(match);
            setFlexGrow(1, match);
        } else {
            add(panels.followed(progress));
            addClassName("scrolled");
        }
        getUI().or(() -> Optional.ofNullable(UI.getCurrent()))
                .ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    /** A file may be called after a lead, as anything that people name. */
    @Override
    public String getPageTitle() {
        return settings.mine().namesInTitles() ? fileName : getTranslation("imports.title");
    }
}
