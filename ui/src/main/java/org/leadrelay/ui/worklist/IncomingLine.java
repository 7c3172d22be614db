package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.forecast.Forecast;
import org.leadrelay.forecast.IncomingLeads;

/** Line beside the inbox with a rep's forecast: how many leads are on their way. A click says which and when. */
class IncomingLine extends Div {

    private static final long serialVersionUID = 1L;

    /** Looked at no more often, however lively the inbox is. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Forecast incoming;
    private final Clock clock;
    private final Button open;
    private final Span number = new Span();
    private @Nullable Instant looked;

    IncomingLine(Forecast incoming, Clock clock) {
        this.incoming = incoming;
        this.clock = clock;
        open = new Button(
                getTranslation("incoming.title"),
                VaadinIcon.HOURGLASS_START.create(),
                click -> new IncomingDialog(incoming.mine()).open());
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClassName("scope");
        open.setId("incoming");
        number.addClassNames("count", "figures");
        open.setSuffixComponent(number);
        addClassName("scope-group");
        add(open);
    }

    void look() {
        Instant now = clock.instant();
        Instant last = looked;
        if (last != null && !now.isBefore(last) && Duration.between(last, now).compareTo(FRESH) < 0) {
            return;
        }
        looked = now;
        IncomingLeads all = incoming.mine();
        number.setText(String.format(getLocale(), "%,d", all.leads()));
        String what = getTranslation("incoming.count", all.leads());
        open.setAriaLabel(what);
        open.setTooltipText(what);
    }
}
