package org.leadrelay.ui.component;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.leadrelay.journal.Kind;

/** Filter of a lead's story. */
public enum Chapter {
    /** What people ask about first: everything but each step of the token. */
    HIGHLIGHTS(without(Kind.ENTERED, Kind.LEFT, Kind.FLOW, Kind.TASK_CREATED, Kind.STARTED, Kind.NOTICE)),
    TASKS(EnumSet.of(
            Kind.TASK_CREATED,
            Kind.TASK_CLAIMED,
            Kind.TASK_RELEASED,
            Kind.TASK_ASSIGNED,
            Kind.TASK_COMPLETED,
            Kind.TASK_CANCELLED,
            Kind.COMMENT,
            Kind.QUESTION)),
    PROMISES(EnumSet.of(
            Kind.PROMISE_OPENED,
            Kind.PROMISE_REMINDED,
            Kind.PROMISE_KEPT,
            Kind.PROMISE_BROKEN,
            Kind.PROMISE_VOID,
            Kind.PROMISE_PAUSED,
            Kind.PROMISE_RESUMED,
            Kind.NOTICE)),
    DECISIONS(EnumSet.of(Kind.DECISION, Kind.CHOICE, Kind.WAITING)),
    BUYER(EnumSet.of(
            Kind.CAPTURED,
            Kind.MERGED,
            Kind.DUPLICATE,
            Kind.FACT_CORRECTED,
            Kind.CLAIM_TAKEN,
            Kind.CLAIM_DISMISSED,
            Kind.CONSENT,
            Kind.SIGNAL,
            Kind.TOUCH,
            Kind.MAIL_EVENT,
            Kind.TOOL_EVENT)),
    /** Every line of the log. */
    ALL(Kind.ofLeads());

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Kind> kinds;

    Chapter(Set<Kind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    private static Set<Kind> without(Kind... left) {
        EnumSet<Kind> kinds = EnumSet.copyOf(Kind.ofLeads());
        kinds.removeAll(Set.of(left));
        return kinds;
    }

    public Set<Kind> kinds() {
        return kinds;
    }

    String key() {
        return "story.chapter." + name().toLowerCase(Locale.ROOT);
    }
}
