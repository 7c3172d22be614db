package org.leadrelay.ui.process;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.opening.OpeningPlay;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.redesign.FailedStep;
import org.leadrelay.redesign.ModelerKit;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.ui.component.KitDownload;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;
import org.leadrelay.ui.process.ProcessState.Part;
import org.leadrelay.ui.redesign.RedesignNavigation;

/** View of the process as it runs. What it shows stands in its address. */
@Route(ProcessNavigation.PROCESS)
@Allowed(Permission.READ_PROCESS)
class ProcessView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final ProcessServices desk;
    private final transient ModelerKit kit;
    private final transient PublicAddress address;
    private final Span release = new Span();
    private final Span asOf = new Span();
    private final Tabs tabs = new Tabs();
    private final Map<Part, Tab> parts = new EnumMap<>(Part.class);
    private final Div shown = new Div();
    private ProcessState state = new ProcessState(Part.RUNNING, null, null);

    ProcessView(ProcessServices desk, ModelerKit kit, PublicAddress address) {
        this.desk = desk;
        this.kit = kit;
        this.address = address;
        addClassNames("process-view", "scrolled");
        for (Part each : Part.values()) {
            Tab tab = new Tab();
            parts.put(each, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                parts.forEach((part, tab) -> {
                    if (tab.equals(event.getSelectedTab())) {
                        go(state.showing(part));
                    }
                });
            }
        });
        tabs.getElement().setAttribute("aria-label", getTranslation("process.title"));
        shown.addClassName("process-part");
        add(head(), tabs, shown);
    }

    private Div head() {
        release.addClassName("head-count");
        asOf.addClassNames("secondary", "figures");
        Button again = new Button(VaadinIcon.REFRESH.create(), click -> show());
        again.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        again.setAriaLabel(getTranslation("process.again"));
        again.setTooltipText(getTranslation("process.again"));
        again.setId("process-again");
        Anchor change = new Anchor(RedesignNavigation.releases(), getTranslation("process.change"));
        change.getElement().setAttribute("router-link", true);
        Div actions = new Div(asOf, again, change);
        actions.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("process.title")), release, actions);
        head.addClassName("view-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = ProcessState.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        release.setText(inForce());
        asOf.setText(getTranslation("process.as-of", asOfNow()));
        List<FailedStep> failed = desk.failed().steps();
        long givenUp = failed.stream().mapToLong(FailedStep::givenUp).sum();
        long drifts = desk.drifts().lasting();
        parts.forEach((part, tab) -> tab.setLabel(label(part, part == Part.TABLES ? drifts : givenUp)));
        tabs.setSelectedTab(parts.get(state.part()));
        shown.removeAll();
        switch (state.part()) {
            case RUNNING -> {
                RunningPanel running = new RunningPanel(desk, this::chosen);
                shown.add(new MissingRolesBanner(desk.roles().all(), desk.mayAddRoles()), running);
                running.show(desk.book().models(), state.model(), state.step());
            }
            case TABLES ->
                shown.add(new TablesPanel(
                        desk.tables().all(),
                        Map.of(OpeningPlay.TABLE, new PlayList(desk.plays().results(getLocale()), getLocale())),
                        desk.drifts().all(),
                        desk.times()));
            case FAILED -> shown.add(new FailedPanel(desk, failed, this::show));
            case RELEASES -> shown.add(new ReleasesPanel(desk, new KitDownload(kit, address)));
        }
    }

    /**
     * @param wrong how much there is that somebody should look at
     */
    private String label(Part part, long wrong) {
        return getTranslation(
                "process.part." + part.code(),
                wrong,
                NumberFormat.getIntegerInstance(getLocale()).format(wrong));
    }

    private String asOfNow() {
        return Times.time(desk.times().now().toLocalTime(), getLocale());
    }

    private String inForce() {
        return desk.releases().all().stream()
                .filter(each -> each.stage() == ReleaseStage.IN_FORCE)
                .findFirst()
                .map(this::inForce)
                .orElse("");
    }

    private String inForce(Release inForce) {
        return getTranslation(
                "process.in-force",
                String.valueOf(inForce.number()),
                desk.times().text(inForce.inForceFrom(), getLocale()));
    }

    /** Another model or step is shown: the address says so, and nothing is read anew. */
    private void chosen(String model, @Nullable String step) {
        state = state.at(model, step);
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ProcessNavigation.PROCESS, state.address()));
    }

    private void go(ProcessState to) {
        if (!to.equals(state)) {
            UI.getCurrent().navigate(ProcessView.class, to.address());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("process.title");
    }
}
