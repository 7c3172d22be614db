package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.redesign.ModelerKit;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.KitDownload;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of all releases of the models, newest first, with the candidate that is being worked on. */
@Route(RedesignNavigation.RELEASES)
@Allowed(Permission.READ_PROCESS)
class ReleasesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final ReleasePresenter desk;
    private final transient ModelerKit kit;
    private final transient PublicAddress address;

    ReleasesView(ReleasePresenter desk, ModelerKit kit, PublicAddress address) {
        this.desk = desk;
        this.kit = kit;
        this.address = address;
        addClassNames("redesign-view", "scrolled");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<Release> all = desk.releases().all();
        Optional<Release> open = desk.releases().open();
        add(head(all.size()), next(open), table(all));
    }

    private Div head(int count) {
        Anchor back = new Anchor("process", getTranslation("redesign.process"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("back");
        Span number = new Span(getTranslation("redesign.count", count));
        number.addClassName("head-count");
        Div actions = new Div(new KitDownload(kit, address));
        actions.addClassName("head-actions");
        Div head = new Div(back, new H1(getTranslation("redesign.title")), number, actions);
        head.addClassName("view-head");
        return head;
    }

    /** What is being worked on, or how to begin. */
    private Component next(Optional<Release> open) {
        Div next = new Div();
        next.addClassName("redesign-next");
        if (open.isPresent()) {
            Release candidate = open.get();
            RouterLink link = ReleaseView.link(
                    candidate,
                    getTranslation("redesign.open." + candidate.stage().code(), candidate.number()));
            next.add(new Paragraph(
                    link,
                    new Span(" "
                            + getTranslation(
                                    "redesign.made",
                                    desk.name(candidate.madeBy()),
                                    desk.times().text(candidate.madeAt(), getLocale())))));
            return next;
        }
        next.add(new Paragraph(getTranslation("redesign.none")));
        if (desk.mayRedesign()) {
            Button begin = new Button(getTranslation("redesign.begin"), click -> begin());
            begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            begin.setId("redesign-begin");
            next.add(begin);
        } else {
            next.add(new Paragraph(getTranslation("redesign.begin.who")));
        }
        return next;
    }

    private void begin() {
        try {
            Release candidate = desk.candidates().begin();
            UI.getCurrent().navigate(ReleaseView.class, ReleaseView.parameters(candidate.number()));
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }

    private DataTable table(List<Release> all) {
        DataTable table = new DataTable(
                        getTranslation("redesign.title"),
                        Stream.of("release", "stage", "made", "decided", "from")
                                .map(each -> getTranslation("redesign.column." + each))
                                .toList())
                .linesOnPhones();
        all.forEach(each -> table.row(cells(each)));
        return table;
    }

    private List<Component> cells(Release release) {
        Span title = new Span(desk.title(release, this));
        title.addClassName("second-line");
        Div name = new Div(ReleaseView.link(release, getTranslation("redesign.release", release.number())), title);
        name.addClassName("redesign-name");
        return List.of(
                name,
                new StageBadge(release.stage()),
                who(release.madeBy(), desk.times().text(release.madeAt(), getLocale())),
                release.decidedBy() == null || release.stage() == ReleaseStage.SEALED
                        ? new Span("–")
                        : who(release.decidedBy(), desk.times().text(release.decidedAt(), getLocale())),
                desk.times().shown(release.inForceFrom(), getLocale()));
    }

    private Component who(String login, String when) {
        Span at = new Span(when);
        at.addClassNames("second-line", "figures");
        Div both = new Div(new Span(desk.name(login)), at);
        both.addClassName("redesign-name");
        return both;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("redesign.title");
    }
}
