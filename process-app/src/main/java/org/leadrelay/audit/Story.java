package org.leadrelay.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.TimelineLine.Typed;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;
import org.leadrelay.journal.ReadLine;
import org.springframework.stereotype.Component;

/** Lines of the journey log told to a reader: each with its sentence, and with what people typed when it happened. */
@Component
class Story {

    /** Outcomes of an attempt to reach the buyer. */
    private static final Set<String> ATTEMPTED = Set.of("reached", "notReached");

    private final LineWords words;
    private final TypedLines typed;
    private final ContactAttempts attempts;

    Story(LineWords words, TypedLines typed, ContactAttempts attempts) {
        this.words = words;
        this.typed = typed;
        this.attempts = attempts;
    }

    List<TimelineLine> of(UUID leadId, List<ReadLine> rows, Locale locale) {
        LineWords.Page told = words.of(locale);
        Map<Long, List<Typed>> texts = typed.of(leadId, rows, locale);
        Map<Long, Long> numbers = attempts.of(
                leadId,
                rows.stream().filter(Story::attempted).map(ReadLine::seq).toList());
        return rows.stream()
                .map(row -> told(
                        row, sentence(row, numbers.get(row.seq()), told), texts.getOrDefault(row.seq(), List.of())))
                .toList();
    }

    private static boolean attempted(ReadLine row) {
        return row.is(Kind.TASK_COMPLETED)
                && row.detail("outcome").filter(ATTEMPTED::contains).isPresent();
    }

    private static String sentence(ReadLine row, @Nullable Long attempt, LineWords.Page told) {
        Line line = row.line();
        Map<String, Object> details = row.details();
        if (attempt != null) {
            details = new HashMap<>(details);
            details.put("attempt", attempt);
        }
        return told.sentence(line.kind(), row.person(), line.position(), details);
    }

    private static TimelineLine told(ReadLine row, String sentence, List<Typed> typed) {
        Line line = row.line();
        return new TimelineLine(
                row.seq(),
                line.at(),
                line.kind(),
                row.person(),
                line.definitionKey(),
                line.definitionVersion(),
                line.elementId(),
                line.elementName(),
                row.details(),
                row.hash(),
                sentence,
                typed);
    }
}
