package org.leadrelay.charter;

import java.util.List;
import org.leadrelay.lead.AgreedLines;
import org.leadrelay.lead.LearnedLine;
import org.leadrelay.lead.LearnedList;
import org.springframework.stereotype.Component;

/** Adapter of the lists of the charter in force to what is learned of leads. */
@Component
class LearnedLinesAdapter implements AgreedLines {

    private final Charter charter;

    LearnedLinesAdapter(Charter charter) {
        this.charter = charter;
    }

    @Override
    public List<LearnedLine> of(LearnedList list) {
        return charter.current().lists().getOrDefault(list.code(), List.of()).stream()
                .map(line -> new LearnedLine(line.value(), line.words()))
                .toList();
    }
}
