package org.leadrelay.charter;

import java.util.List;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.lead.LearnedOption;
import org.leadrelay.lead.LearnedOptions;
import org.springframework.stereotype.Component;

/** Adapter of the lists of the charter in force to what is learned of leads. */
@Component
class LearnedOptionsAdapter implements LearnedOptions {

    private final Charter charter;

    LearnedOptionsAdapter(Charter charter) {
        this.charter = charter;
    }

    @Override
    public List<LearnedOption> of(LearnedList list) {
        return charter.current().lists().getOrDefault(list.code(), List.of()).stream()
                .map(line -> new LearnedOption(line.value(), line.words()))
                .toList();
    }
}
