package org.leadrelay.ui.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadrelay.access.Permission;
import org.leadrelay.nurture.text.TextSummary;
import org.leadrelay.nurture.text.TextSummary.InLanguage;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.layout.Allowed;

/** View of all texts of nurture mails: the steps of each track in their order, with the text in each language. */
@Route(TextsNavigation.TEXTS)
@Allowed({Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS, Permission.READ_PROCESS})
class TextsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final TextServices services;
    private final Span waiting = new Span();
    private final Div shown = new Div();

    TextsView(TextServices services) {
        this.services = services;
        addClassNames("texts-view", "scrolled");
        waiting.addClassName("head-count");
        shown.addClassName("texts-shown");
        Div head = new Div(new H1(getTranslation("texts.title")), waiting);
        head.addClassName("view-head");
        Paragraph what = new Paragraph(getTranslation("texts.what"));
        what.addClassName("secondary");
        add(head, what, shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int mine = services.texts().toApprove();
        waiting.setText(mine == 0 ? "" : getTranslation("texts.waiting", mine));
        shown.removeAll();
        List<TextSummary> all = services.texts().all();
        if (all.stream().noneMatch(TextSummary::planned)) {
            shown.add(new EmptyState(getTranslation("texts.none"), getTranslation("texts.none.why")));
        }
        Map<String, List<TextSummary>> tracks = all.stream()
                .collect(Collectors.groupingBy(
                        each -> each.planned() ? each.track() : "", LinkedHashMap::new, Collectors.toList()));
        tracks.forEach((track, steps) -> shown.add(track(track, steps)));
    }

    private Section track(String track, List<TextSummary> steps) {
        UnorderedList list = new UnorderedList();
        list.addClassName("texts-steps");
        steps.forEach(each -> list.add(step(each)));
        Section section = new Section(new H2(
                track.isEmpty() ? getTranslation("texts.others") : steps.get(0).trackName()));
        section.addClassName("texts-track");
        if (track.isEmpty()) {
            Paragraph why = new Paragraph(getTranslation("texts.others.why"));
            why.addClassName("secondary");
            section.add(why);
        }
        section.add(list);
        return section;
    }

    private ListItem step(TextSummary step) {
        Span number = new Span(number(step));
        number.addClassNames("texts-step", "figures");
        Span why = new Span(why(step));
        why.addClassNames("texts-why", "secondary");
        Div languages = new Div();
        languages.addClassName("texts-languages");
        step.languages().forEach(each -> languages.add(language(step, each)));
        ListItem item = new ListItem(number, why, languages);
        item.addClassName("texts-row");
        return item;
    }

    private static String number(TextSummary step) {
        if (!step.planned()) {
            return step.track() + " " + step.step();
        }
        return isByTool(step) ? step.step().substring(step.step().indexOf('/') + 1) : step.step();
    }

    private String why(TextSummary step) {
        if (isByTool(step)) {
            return getTranslation("texts.byTool", step.why(), step.step().replaceFirst("/.*", ""));
        }
        return step.languages().isEmpty() ? getTranslation("texts.noMail", step.why()) : step.why();
    }

    private static boolean isByTool(TextSummary step) {
        return step.kind().equals("external");
    }

    private Div language(TextSummary step, InLanguage text) {
        Span code = new Span(text.language().toUpperCase(Locale.ROOT));
        code.addClassNames("texts-code", "secondary");
        String subject = text.subject();
        PageLink link = new PageLink(
                TextsNavigation.path(step.track(), step.step(), text.language()),
                subject == null ? getTranslation("texts.general") : subject);
        Div line = new Div(code, link, new TextStateBadge(text.draft(), text.returned(), subject != null));
        line.addClassName("texts-language");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texts.title");
    }
}
