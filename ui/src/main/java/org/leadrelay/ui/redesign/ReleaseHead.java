package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.ui.component.SealMark;

/** Header of a release: what it is for, its stage, and who made, sealed and decided it. */
final class ReleaseHead extends Div {

    private final ReleasePresenter desk;
    private final DescriptionList facts = new DescriptionList();

    ReleaseHead(ReleasePresenter desk, Release release) {
        this.desk = desk;
        addClassName("redesign-head");
        facts.addClassNames("redesign-facts", "figures");
        RouterLink back = new RouterLink(getTranslation("redesign.title"), ReleasesView.class);
        back.addClassName("back");
        Div head = new Div(
                back, new H1(getTranslation("redesign.release", release.number())), new StageBadge(release.stage()));
        head.addClassName("view-head");
        Paragraph title = new Paragraph(desk.title(release, this));
        title.addClassName("redesign-title");
        facts(release);
        add(head, title, facts);
    }

    private void facts(Release release) {
        person("made", release.madeBy(), release.madeAt());
        person("sealed", release.sealedBy(), release.sealedAt());
        person(decided(release), release.decidedBy(), release.decidedAt());
        if (release.inForceFrom() != null) {
            fact("from", desk.times().shown(release.inForceFrom(), getLocale()));
        }
        if (release.base() > 0) {
            fact(
                    "base",
                    new RouterLink(
                            getTranslation("redesign.release", release.base()),
                            ReleaseView.class,
                            ReleaseView.parameters(release.base())));
        }
        Integer back = release.rollsBackTo();
        if (back != null) {
            fact(
                    "back",
                    new RouterLink(
                            getTranslation("redesign.release", back), ReleaseView.class, ReleaseView.parameters(back)));
        }
        Integer charter = release.charterVersion();
        if (charter != null) {
            Anchor link = new Anchor("charter/" + charter, getTranslation("redesign.charter", charter));
            link.getElement().setAttribute("router-link", true);
            fact("charter", link);
        }
        if (release.stage() == ReleaseStage.DRAFT) {
            fact("edition", new Span(Integer.toString(release.edition())));
        }
        if (!release.contentHash().isEmpty()) {
            fact("hash", new SealMark(release.contentHash()));
        }
    }

    private static String decided(Release release) {
        return switch (release.stage()) {
            case REJECTED -> "rejected";
            case WITHDRAWN -> "withdrawn";
            case DRAFT, SEALED, AWAITING_CHARTER, SCHEDULED, IN_FORCE, PAST -> "approved";
        };
    }

    private void person(String what, @Nullable String login, @Nullable Instant at) {
        if (login != null && at != null) {
            Span when = new Span(desk.times().text(at, getLocale()));
            when.setTitle(desk.times().exact(at, getLocale()));
            when.addClassName("second-line");
            Div both = new Div(new Span(desk.name(login)), when);
            both.addClassName("redesign-name");
            fact(what, both);
        }
    }

    private void fact(String what, Component value) {
        Div pair = new Div(
                new DescriptionList.Term(getTranslation("redesign.fact." + what)),
                new DescriptionList.Description(value));
        facts.add(pair);
    }
}
