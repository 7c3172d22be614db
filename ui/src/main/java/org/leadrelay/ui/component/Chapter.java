package org.leadrelay.ui.component;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LeadTopic;

/** Filter of a lead's story. */
public enum Chapter {
    /** What people ask about first: everything but each step of the token. */
    HIGHLIGHTS(highlights()),
    TASKS(Kind.of(LeadTopic.TASK)),
    PROMISES(Kind.of(LeadTopic.PROMISE)),
    DECISIONS(Kind.of(LeadTopic.DECISION)),
    BUYER(Kind.of(LeadTopic.BUYER)),
    /** Every line of the log. */
    ALL(Kind.ofLeads());

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Kind> kinds;

    Chapter(Set<Kind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    private static Set<Kind> highlights() {
        EnumSet<Kind> kinds = EnumSet.copyOf(Kind.ofLeads());
        kinds.removeAll(Kind.of(LeadTopic.STEP));
        kinds.removeAll(Set.of(Kind.TASK_CREATED, Kind.NOTICE));
        return kinds;
    }

    public Set<Kind> kinds() {
        return kinds;
    }

    String key() {
        return "story.chapter." + name().toLowerCase(Locale.ROOT);
    }
}
