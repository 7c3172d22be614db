package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.platform.ProductException;
import org.leadrelay.redesign.Candidates.Rebased;
import org.leadrelay.redesign.Release;
import org.leadrelay.ui.component.Toasts;

/** Banner of a candidate behind which another release came into force, with a way to bring it up to that. */
final class BaseMovedBanner extends Div {

    private static final long serialVersionUID = 1L;

    BaseMovedBanner(ReleasePresenter desk, Release candidate, ReleasePresenter.Shown shown) {
        addClassName("banner");
        int now = desk.releases().current().release();
        if (candidate.base() == now) {
            setVisible(false);
            return;
        }
        add(new Span(getTranslation("redesign.moved", now, candidate.base()) + " "));
        if (desk.mayRedesign()) {
            Button take = new Button(getTranslation("redesign.moved.take", now), click -> {
                try {
                    Rebased rebased = desk.candidates().rebase(candidate.edition());
                    shown.accept(rebased.release());
                    desk.tellLookAgain(rebased, this);
                } catch (ProductException refusal) {
                    Toasts.refused(refusal);
                }
            });
            take.addThemeVariants(ButtonVariant.LUMO_SMALL);
            take.setId("redesign-rebase");
            add(take);
        }
    }
}
