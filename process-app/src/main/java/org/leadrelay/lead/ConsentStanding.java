package org.leadrelay.lead;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Consents and objections of one lead with what follows from them, read once for both. */
final class ConsentStanding {

    private final List<ConsentTable.Recorded> recorded;
    private final Map<Channel, ConsentRule.Verdict> verdicts;

    /**
     * @param recorded newest first
     */
    ConsentStanding(List<ConsentTable.Recorded> recorded) {
        this.recorded = recorded;
        verdicts = ConsentRule.decide(
                recorded.stream().map(ConsentTable.Recorded::said).toList());
    }

    /** Newest first, each with whether it decides its channel, and why not. */
    List<ConsentView> shown() {
        return recorded.stream()
                .map(each -> each.shown()
                        .weighed(verdicts.getOrDefault(each.said().channel(), ConsentRule.Verdict.SILENCE)
                                .others()
                                .get(each.said().number())))
                .toList();
    }

    /** The channels on which the lead may be reached there. */
    Set<Channel> permitted(ContactPoint contact) {
        return ConsentRule.permitted(contact, verdicts);
    }
}
