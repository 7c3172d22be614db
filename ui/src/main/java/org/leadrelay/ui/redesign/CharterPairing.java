package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseStage;
import org.leadrelay.ui.component.Toasts;

/** The version of the charter that comes into force in the same moment, or how there will be one. */
final class CharterPairing extends Section {

    private final ReleasePresenter desk;
    private final Release release;

    CharterPairing(ReleasePresenter desk, ApprovalPresenter approvals, Release release, ReleasePresenter.Shown shown) {
        this.desk = desk;
        this.release = release;
        add(new H2(getTranslation("redesign.pair")), new Paragraph(getTranslation("redesign.pair.why")));
        Integer paired = release.charterVersion();
        if (paired != null) {
            approvals.charter(paired).ifPresent(each -> add(link("redesign.pair.with", each)));
            add(new Paragraph(moment()));
            return;
        }
        add(approvals
                .charterToCome()
                .<Component>map(each -> link("redesign.pair.open", each))
                .orElseGet(() -> new Paragraph(getTranslation("redesign.pair.none"))));
        if (release.stage() == ReleaseStage.DRAFT) {
            add(new Paragraph(getTranslation("redesign.pair.sealFirst")));
        } else if (desk.mayRedesign()) {
            Button pair = new Button(getTranslation("redesign.pair.again"), click -> {
                try {
                    shown.accept(desk.approval().pair(release.number()));
                } catch (ProductException refusal) {
                    Toasts.refused(refusal);
                }
            });
            pair.setId("redesign-pair");
            add(pair);
        }
    }

    private Component link(String key, CharterVersion version) {
        Anchor link = new Anchor(
                "charter/" + version.version(),
                getTranslation(
                        key,
                        getTranslation("redesign.charter", version.version()),
                        getTranslation("charter.stage." + version.stage().code())));
        link.getElement().setAttribute("router-link", true);
        return new Paragraph(link);
    }

    private String moment() {
        Instant from = release.inForceFrom();
        return from == null
                ? getTranslation("redesign.pair.moment.open")
                : getTranslation("redesign.pair.moment.both", desk.times().exact(from, getLocale()));
    }
}
