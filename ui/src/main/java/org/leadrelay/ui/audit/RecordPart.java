package org.leadrelay.ui.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LeadTopic;

/** Filter of a lead's record. */
enum RecordPart {
    ALL,
    WITHOUT_STEPS,
    DECISIONS,
    PROMISES,
    PEOPLE;

    private static final Set<String> STEPS = Kind.stepCodes();
    private static final Set<String> DECIDING = Kind.codesOf(LeadTopic.DECISION);

    static RecordPart of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String labelKey() {
        return "audit.record.show." + code();
    }

    boolean holds(FoundLine line) {
        return switch (this) {
            case ALL -> true;
            case WITHOUT_STEPS -> !STEPS.contains(line.kind());
            case DECISIONS -> DECIDING.contains(line.kind());
            case PROMISES -> line.kind().startsWith("promise-");
            case PEOPLE -> !line.person().equals("system") && !STEPS.contains(line.kind());
        };
    }
}
