package org.leadrelay.ui.lead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.audit.JourneyDiagrams.Walked;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.ui.component.DiagramPanel;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.LiveInbox;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;

/** View of a lead's way on the diagrams, over the whole page; the address says which model and which element. */
@Route("lead/:lead/diagram")
@PermitAll
class LeadDiagramView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    static final String MODEL = "model";
    static final String ELEMENT = "element";
    static final String TASK = "task";

    /** How one comes here from another page of the application, to which one then goes back. */
    private static final Set<NavigationTrigger> FROM_A_PAGE =
            Set.of(NavigationTrigger.UI_NAVIGATE, NavigationTrigger.ROUTER_LINK, NavigationTrigger.CLIENT_SIDE);

    private final LeadServices desk;
    private final PersonSettings settings;
    private final VisitList visits;
    private @Nullable LeadCard card;
    private @Nullable DiagramPanel panel;
    private @Nullable StoryList story;
    private @Nullable String model;
    private @Nullable String element;
    private @Nullable String task;
    private boolean cameFromAPage;

    LeadDiagramView(LeadServices desk, InboxChanges changes, PersonSettings settings) {
        this.desk = desk;
        this.settings = settings;
        visits = new VisitList(desk.times(), this::chooseFromList);
        addClassName("diagram-page");
        LiveInbox.follow(this, changes, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID lead = LeadView.id(event, this);
        QueryParameters address = event.getLocation().getQueryParameters();
        model = address.getSingleParameter(MODEL).orElse(null);
        element = address.getSingleParameter(ELEMENT).orElse(null);
        task = address.getSingleParameter(TASK).orElse(null);
        cameFromAPage = FROM_A_PAGE.contains(event.getTrigger());
        open(desk.open(lead, Way.DIAGRAM));
    }

    @Override
    public String getPageTitle() {
        return card == null || !settings.mine().namesInTitles()
                ? getTranslation("diagram.title")
                : getTranslation("diagram.title.of", card.name());
    }

    private void open(LeadCard opened) {
        card = opened;
        removeAll();
        StoryList told = new StoryList(
                desk.times(),
                (chapter, at, offset, limit) -> desk.story(opened.id(), chapter, at, offset, limit, getLocale()));
        story = told;
        DiagramPanel large =
                new DiagramPanel(desk.diagrams().of(opened.id()), model, desk.times(), this::chosen).wide();
        panel = large;
        large.onShown(this::shown);
        Button close = new Button(getTranslation("diagram.close"), VaadinIcon.CLOSE.create(), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_SMALL);
        close.setTooltipText(getTranslation("diagram.close.what"));
        close.setId("diagram-close");
        Div head = new Div(new H1(getTranslation("diagram.title.of", opened.name())), close);
        head.addClassName("view-head");
        Div aside = new Div(part("diagram.visits", visits), part("lead.part.story", told));
        aside.addClassName("diagram-aside");
        add(
                head,
                large,
                aside,
                new KeyboardShortcuts().on("Escape", getTranslation("diagram.close.what"), this::close));
        if (element != null) {
            large.choose(element);
            told.at(element, visits.name(element));
        }
    }

    private Section part(String title, Div content) {
        Section part = new Section(new H2(getTranslation(title)), content);
        part.getElement().setAttribute("aria-label", getTranslation(title));
        return part;
    }

    private void shown(Walked walked) {
        boolean other = model != null && !walked.model().equals(model);
        model = walked.model();
        visits.show(walked.visits());
        if (other) {
            chosen(null);
        }
    }

    private void chooseFromList(String chosen) {
        if (panel != null) {
            panel.choose(chosen);
        }
        chosen(chosen);
    }

    /** The story tells of this element only, and the address says so. */
    private void chosen(@Nullable String chosen) {
        element = chosen;
        visits.mark(chosen);
        if (story != null) {
            story.at(chosen, chosen == null ? null : visits.name(chosen));
        }
        if (card != null) {
            UI.getCurrent().getPage().getHistory().replaceState(null, address(card.id()));
        }
    }

    private Location address(UUID lead) {
        Map<String, String> with = new LinkedHashMap<>();
        put(with, MODEL, model);
        put(with, ELEMENT, element);
        put(with, TASK, task);
        return new Location(LeadNavigation.address(lead) + "/diagram", QueryParameters.simple(with));
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    /** Back to where one came from; whoever followed a link goes to the task or the lead. */
    private void close() {
        if (cameFromAPage) {
            UI.getCurrent().getPage().getHistory().back();
        } else if (task != null) {
            UI.getCurrent().navigate("inbox/" + task);
        } else if (card != null) {
            LeadNavigation.open(card.id());
        }
    }

    private void changed(List<InboxChange> changes) {
        LeadCard now = card;
        if (now == null || panel == null || changes.stream().noneMatch(each -> each.concernsLead(now.id()))) {
            return;
        }
        panel.again(desk.diagrams().of(now.id()));
        if (story != null) {
            story.again();
        }
    }
}
