package org.leadrelay.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.lead.LeadFacts;
import org.springframework.stereotype.Service;

/**
 * Readiness check: whether a lead is complete and reachable, as it must be before a rep gets it. Complete means
 * that a rep can tell who it is (a person's name or a company) and has an address (e-mail or phone); a lead that
 * is known to its source only, and may be met there, lacks neither.
 */
@Service
public class Readiness {

    private final LeadFacts facts;

    Readiness(LeadFacts facts) {
        this.facts = facts;
    }

    /**
     * What was found.
     *
     * @param complete whether a rep could tell who this is and how to answer
     * @param reachable whether at least one channel is permitted
     * @param missing what marketing has to add: {@code name}, {@code address}, {@code channel}
     */
    public record Result(boolean complete, boolean reachable, List<String> missing) {

        /** Whether a rep may get the lead. */
        public boolean ready() {
            return complete && reachable;
        }
    }

    /** Looks at what is known about the lead now. */
    public Result check(UUID leadId) {
        return of(facts.ruleFacts(leadId));
    }

    static Result of(Map<String, Object> facts) {
        List<String> missing = new ArrayList<>();
        boolean atSource = is(facts, "mayAtSource");
        if (!atSource && !is(facts, "hasName") && !is(facts, "hasCompany")) {
            missing.add("name");
        }
        if (!atSource && !is(facts, "hasEmail") && !is(facts, "hasPhone")) {
            missing.add("address");
        }
        boolean complete = missing.isEmpty();
        boolean reachable = atSource || is(facts, "mayMail") || is(facts, "mayCall");
        if (!reachable) {
            missing.add("channel");
        }
        return new Result(complete, reachable, List.copyOf(missing));
    }

    private static boolean is(Map<String, Object> facts, String name) {
        return Boolean.TRUE.equals(facts.get(name));
    }
}
