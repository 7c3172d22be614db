package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.redesign.gate.Severity;

/** Panel of what is to be decided about a release: what it waits for, what happens then, and what one can do. */
final class ApprovalPanel extends Div {

    private final ReleasePresenter desk;
    private final ReleaseContent content;
    private final Release release;
    private final boolean needsCharter;

    ApprovalPanel(
            ReleasePresenter desk, ApprovalPresenter approvals, ReleaseContent content, ReleasePresenter.Shown shown) {
        this.desk = desk;
        this.content = content;
        this.release = content.release();
        addClassName("redesign-approval");
        needsCharter = release.needsCharter() || approvals.changesPinnedTable(content);
        add(state(), consequences(approvals));
        if (needsCharter && (release.charterVersion() != null || isToCome(release.stage()))) {
            add(new CharterPairing(desk, approvals, release, shown));
        }
        add(new ReleaseActions(desk, content, shown));
    }

    private Section state() {
        UnorderedList lines = new UnorderedList();
        lines.add(new ListItem(getTranslation("redesign.is." + release.stage().code(), moment())));
        lines.add(new ListItem(link(
                ReleaseTab.FINDINGS,
                getTranslation(
                        "redesign.is.found",
                        content.count(Severity.REFUSAL),
                        content.count(Severity.WARNING),
                        content.count(Severity.NOTE)))));
        if (release.base() > 0) {
            lines.add(new ListItem(link(
                    ReleaseTab.DIFFERENCE,
                    getTranslation("redesign.is.changed", content.changes().size(), release.base()))));
        }
        return new Section(new H2(getTranslation("redesign.is")), lines);
    }

    private String moment() {
        Instant from = release.inForceFrom();
        return from == null ? "" : desk.times().exact(from, getLocale());
    }

    private Component link(ReleaseTab tab, String text) {
        Anchor link = new Anchor(RedesignNavigation.release(release.number(), tab), text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** What people ask before they approve: for whom it holds, and what stays as it was. */
    private Section consequences(ApprovalPresenter approvals) {
        UnorderedList lines = new UnorderedList();
        if (isToCome(release.stage())) {
            lines.add(new ListItem(getTranslation("redesign.then.new")));
            lines.add(new ListItem(getTranslation("redesign.then.running", approvals.running())));
            approvals.goOn(content, this).forEach(each -> lines.add(new ListItem(new Span(each))));
            if (!needsCharter && release.stage() != ReleaseStage.DRAFT) {
                lines.add(new ListItem(getTranslation("redesign.then.noCharter")));
            }
        }
        Section section = new Section(new H2(getTranslation("redesign.then")), lines);
        section.setVisible(lines.getChildren().findAny().isPresent());
        return section;
    }

    private static boolean isToCome(ReleaseStage stage) {
        return switch (stage) {
            case DRAFT, SEALED, AWAITING_CHARTER, SCHEDULED -> true;
            case IN_FORCE, PAST, REJECTED, WITHDRAWN -> false;
        };
    }
}
