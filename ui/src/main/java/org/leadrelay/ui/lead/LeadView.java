package org.leadrelay.ui.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.ConsentCases;
import org.leadrelay.lead.DealTakeBack;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadClaims;
import org.leadrelay.nurture.MailStandings;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.DiagramPanel;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.LiveInbox;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;

/** View of one lead: what is known and from where, what happened, and where it is. */
@Route("lead/:lead")
@PermitAll
class LeadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final LeadServices desk;
    private final LeadAudit audit;
    private final PersonSettings settings;
    private final LeadHeader header;
    private final FactList facts;
    private final SaidList said;
    private final Div aside = new Div();
    private @Nullable LeadCard card;
    private @Nullable StoryList story;

    LeadView(
            LeadServices desk,
            DealTakeBack deals,
            LeadAudit audit,
            LeadClaims claims,
            ConsentCases cases,
            MailStandings mail,
            InboxChanges changes,
            PersonSettings settings) {
        this.desk = desk;
        this.audit = audit;
        this.settings = settings;
        header = new LeadHeader(desk, deals, audit, this::again);
        facts = new FactList(desk, claims, cases, mail, this::again);
        said = new SaidList(desk);
        addClassName("lead-page");
        DueTime.speak(this, desk.due());
        LiveInbox.follow(this, changes, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID lead = id(event, this);
        if (card == null || !card.id().equals(lead)) {
            open(desk.open(lead, Way.PAGE));
        }
    }

    /** The lead that an address names. */
    static UUID id(BeforeEnterEvent event, Component page) {
        String id = event.getRouteParameters().get("lead").orElse("");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound(page.getTranslation("lead.unknown", id));
        }
    }

    @Override
    public String getPageTitle() {
        return card == null || !settings.mine().namesInTitles() ? getTranslation("lead.page") : card.name();
    }

    private void open(LeadCard opened) {
        card = opened;
        removeAll();
        StoryList told = new StoryList(
                desk.times(),
                (chapter, element, offset, limit) ->
                        desk.story(opened.id(), chapter, element, offset, limit, getLocale()),
                audit.margin(opened.id()));
        story = told;
        Section known = part("lead.part.facts", new Div(facts, said));
        Section happened = part("lead.part.story", told);
        Section where = part("lead.part.diagram", aside);
        known.addClassName("lead-facts");
        happened.addClassName("lead-story");
        where.addClassName("lead-where");
        add(
                header,
                known,
                happened,
                where,
                new KeyboardShortcuts()
                        .on("d", getTranslation("diagram.large"), () -> LeadNavigation.openDiagram(opened.id(), null)));
        show(opened);
    }

    private void show(LeadCard now) {
        card = now;
        header.show(now);
        facts.show(now);
        said.show(now.id());
        aside.removeAll();
        aside.add(new DiagramPanel(desk.diagrams().of(now.id()), null, desk.times(), element -> {
                    if (story != null) {
                        story.at(element, null);
                    }
                })
                .leadingTo(LeadNavigation.diagram(now.id(), null, null)));
    }

    /** Something was done with the lead: everything is read anew. */
    private void again() {
        if (card != null) {
            show(desk.card(card.id()));
        }
        if (story != null) {
            story.again();
        }
    }

    private void changed(List<InboxChange> changes) {
        if (card != null && !facts.editing() && changes.stream().anyMatch(each -> each.concernsLead(card.id()))) {
            again();
        }
    }

    private Section part(String title, Div content) {
        H2 head = new H2(getTranslation(title));
        Section part = new Section(head, content);
        part.getElement().setAttribute("aria-label", getTranslation(title));
        return part;
    }
}
