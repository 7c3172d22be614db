package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseEvent;

/** Banner that says when somebody else changed what is being read, and leads to it as it is now. */
final class EditionWatch extends Div {

    private final ReleasePresenter desk;
    private final ReleasePresenter.Shown draw;
    private @Nullable Release read;
    private @Nullable Release told;

    EditionWatch(ReleasePresenter desk, ReleasePresenter.Shown draw) {
        this.desk = desk;
        this.draw = draw;
        addClassName("banner");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** This is what the page shows now. */
    void shown(Release release) {
        read = release;
        told = null;
        setVisible(false);
    }

    /** Compares what the page shows with what there is. */
    void look() {
        Release before = read;
        if (before == null) {
            return;
        }
        Release now = desk.releases().release(before.number());
        if (!now.equals(before) && !now.equals(told)) {
            told = now;
            tell(before, now);
        }
    }

    private void tell(Release before, Release now) {
        List<ReleaseEvent> events = desk.releases().events(now.number());
        String who = events.isEmpty()
                ? desk.name(now.madeBy())
                : desk.name(events.get(events.size() - 1).person());
        String what = now.edition() == before.edition()
                ? getTranslation(
                        "redesign.meanwhile.stage",
                        getTranslation("redesign.stage." + now.stage().code()))
                : getTranslation("redesign.meanwhile.edition", who, now.edition());
        Button show = new Button(getTranslation("redesign.meanwhile.show"), click -> draw.accept(now));
        show.addThemeVariants(ButtonVariant.LUMO_SMALL);
        removeAll();
        add(new Span(what + " "), show);
        setVisible(true);
    }
}
