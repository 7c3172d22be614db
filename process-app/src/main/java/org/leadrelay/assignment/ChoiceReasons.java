package org.leadrelay.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Explanation of a choice for the journey log: who was considered, with which load, and what spoke against whom. */
final class ChoiceReasons {

    /** Of a large team the log keeps the figures, and only so many of its people. */
    private static final int MOST_TOLD = 12;

    private ChoiceReasons() {}

    static Map<String, Object> chosen(HandOff lead, Candidate best, List<Candidate> all) {
        long able = all.stream().filter(each -> each.able(lead)).count();
        Map<String, Object> details = common(lead, all);
        details.put("rep", best.login());
        details.put("reason", able == 1 ? "onlyOneAble" : "leastLoaded");
        details.put("openLeads", best.open());
        details.put("capacity", best.capacity());
        details.put("able", able);
        if (best.perPeriod() != null) {
            details.put("inPeriod", best.inPeriod());
            details.put("perPeriod", best.perPeriod());
            details.put("period", best.period().code());
        }
        return details;
    }

    static Map<String, Object> waits(HandOff lead, String reason, List<Candidate> all) {
        Map<String, Object> details = common(lead, all);
        details.put("reason", reason);
        return details;
    }

    private static Map<String, Object> common(HandOff lead, List<Candidate> all) {
        List<Candidate> reps = all.stream().filter(each -> each.capacity() > 0).toList();
        Map<String, Object> details = new HashMap<>();
        details.put("lap", lead.lap());
        details.put("considered", reps.size());
        if (!lead.skills().isEmpty()) {
            details.put("skills", lead.skills());
        }
        details.put(
                "reps",
                reps.stream()
                        .sorted(Comparator.comparing((Candidate each) -> !each.able(lead))
                                .thenComparing(Candidate::login))
                        .limit(MOST_TOLD)
                        .map(each -> told(lead, each))
                        .toList());
        return details;
    }

    private static List<Object> told(HandOff lead, Candidate rep) {
        List<Object> told = new ArrayList<>(List.of(rep.login(), rep.open(), rep.capacity()));
        rep.against(lead).ifPresent(obstacle -> told.add(obstacle.code()));
        return told;
    }
}
