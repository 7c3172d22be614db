package org.leadrelay.ui.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Locale;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.ConsentCase;
import org.leadrelay.lead.ConsentCases;
import org.leadrelay.lead.ConsentView;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of consents that claim to be later than an objection; decided on the lead's page. */
@Route(IntakeNavigation.CONSENTS)
@Allowed(Permission.READ_INTAKE)
class ConsentCasesView extends VerticalLayout implements HasDynamicTitle {

    private static final int MOST = 200;

    private final Times times;
    private final People people;

    ConsentCasesView(ConsentCases cases, People people, Times times) {
        this.people = people;
        this.times = times;
        addClassNames("consent-cases-view", "scrolled");
        Page<ConsentCase> open = cases.open(0, MOST);
        Span count = new Span(new LocalNumbers(getLocale()).number(open.total()));
        count.addClassNames("head-count", "figures");
        Div head = new Div(new H1(getTranslation("claims.title")), count);
        head.addClassName("view-head");
        add(head);
        if (open.items().isEmpty()) {
            add(new EmptyState(getTranslation("claims.none"), getTranslation("claims.none.why")));
        } else {
            Paragraph why = new Paragraph(getTranslation("claims.why"));
            why.addClassName("secondary");
            add(why);
            open.items().forEach(each -> add(shown(each)));
        }
    }

    private Section shown(ConsentCase waiting) {
        PageLink lead = new PageLink("lead/" + waiting.leadId(), waiting.lead());
        String channel = getTranslation("channel." + waiting.channel().name().toLowerCase(Locale.ROOT));
        Section section = new Section(
                new H2(lead, new Span(" – " + channel)),
                said("claims.claim", waiting.claim()),
                said("claims.objection", waiting.objection()));
        section.addClassName("consent-case");
        section.getElement().setAttribute("aria-label", waiting.lead());
        return section;
    }

    private Paragraph said(String key, ConsentView said) {
        String person = said.person();
        String from = person == null ? said.source() : said.source() + ", " + people.displayName(person);
        return new Paragraph(getTranslation(
                key, getTranslation("consent.kind." + said.kind().name()), from, times.text(said.at(), getLocale())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("claims.title");
    }
}
