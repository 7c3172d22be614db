package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.verification.Verifications;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.StoryList;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.VerifyLine;
import org.springframework.stereotype.Component;

/** What auditors see besides on a lead's page: number and seal of each line, the verification, the way to the record. */
@Component
class LeadAudit {

    private final Verifications verifications;
    private final CurrentPerson person;
    private final Times times;

    LeadAudit(Verifications verifications, CurrentPerson person, Times times) {
        this.verifications = verifications;
        this.person = person;
        this.times = times;
    }

    private boolean reads() {
        return person.get().may(Permission.READ_AUDIT);
    }

    /** Number and seal of a line, with the way to what it rests on; null for everybody else. */
    StoryList.@Nullable Margin margin(UUID lead) {
        if (!reads()) {
            return null;
        }
        return line -> {
            PageLink number = new PageLink(LeadNavigation.record(lead, line.seq()), "#" + line.seq());
            number.setTitle(number.getTranslation("record.line.what"));
            Span margin = new Span(number, new SealMark(line.hash()));
            margin.addClassName("line-seal");
            return margin;
        };
    }

    /** The verification of the lead's log, and the way to its record; nothing for everybody else. */
    Optional<Div> line(UUID lead) {
        if (!reads()) {
            return Optional.empty();
        }
        PageLink record = new PageLink(LeadNavigation.record(lead, null), "");
        record.setText(record.getTranslation("record.open"));
        Div line = new Div(new VerifyLine(times, () -> verifications.ofLead(lead)), record);
        line.addClassName("lead-audit");
        return Optional.of(line);
    }
}
