package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.platform.Page;

/**
 * Search for a lead by a few letters, among those that the person may see.
 *
 * @param possible whether the person may see any
 */
record LeadSearch(LeadCards cards, ReadingLog readings, CurrentPerson person, boolean possible)
        implements Serializable {

    private static final int MOST = 8;

    /** The newest of those that fit, running or ended. */
    List<LeadRow> find(String text) {
        if (!possible || text.isBlank()) {
            return List.of();
        }
        LeadQuery query = new LeadQuery(text, null, null, null, null, null, null, 0, MOST, "-capturedAt");
        Page<LeadRow> found = cards.page(query, person.get());
        readings.list("lead-search", Way.PAGE, found.total());
        return found.items();
    }

    /** What tells one lead from another of the same name. */
    String about(LeadRow lead, Component screen) {
        String where = lead.end() == null ? lead.stepName() : screen.getTranslation("lead.ended." + lead.end());
        String number = lead.externalId() == null ? null : "#" + lead.externalId();
        return Stream.of(lead.company(), number, where).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
