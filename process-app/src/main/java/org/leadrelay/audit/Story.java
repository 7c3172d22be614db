package org.leadrelay.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.audit.TimelineLine.Typed;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;
import org.leadrelay.lead.ModelNames;
import org.springframework.stereotype.Component;

/** Lines of the journey log told to a reader: each with its sentence, and with what people typed when it happened. */
@Component
class Story {

    /** Outcomes of an attempt to reach the buyer. */
    private static final Set<String> ATTEMPTED = Set.of("reached", "notReached");

    /** Key of the sentence for a flow that nobody named: its id says nothing to a reader. */
    private static final String NAMELESS_FLOW = "flow.unnamed";

    private final Sentences sentences;
    private final TypedLines typed;
    private final ContactAttempts attempts;
    private final People people;
    private final ModelNames models;

    Story(Sentences sentences, TypedLines typed, ContactAttempts attempts, People people, ModelNames models) {
        this.sentences = sentences;
        this.typed = typed;
        this.attempts = attempts;
        this.people = people;
        this.models = models;
    }

    List<TimelineLine> of(UUID leadId, List<LogRow> rows, Locale locale) {
        UnaryOperator<String> names = names();
        Map<Long, List<Typed>> texts = typed.of(leadId, rows, locale);
        Map<Long, Long> numbers = attempts.of(
                leadId, rows.stream().filter(Story::attempted).map(LogRow::seq).toList());
        return rows.stream()
                .map(row -> told(
                        row,
                        sentence(row, numbers.get(row.seq()), names, locale),
                        texts.getOrDefault(row.seq(), List.of())))
                .toList();
    }

    private static boolean attempted(LogRow row) {
        return row.is(Kind.TASK_COMPLETED)
                && row.detail("outcome").filter(ATTEMPTED::contains).isPresent();
    }

    private String sentence(LogRow row, @Nullable Long attempt, UnaryOperator<String> names, Locale locale) {
        Line line = row.line();
        Map<String, Object> details = row.details();
        if (attempt != null) {
            details = new HashMap<>(details);
            details.put("attempt", attempt);
        }
        boolean nameless = row.is(Kind.FLOW) && line.elementName() == null;
        return sentences.of(
                nameless ? NAMELESS_FLOW : line.kind(), line.person(), element(line, locale), details, names, locale);
    }

    /** What the line's step is called, in the reader's language. */
    private @Nullable String element(Line line, Locale locale) {
        String element = line.elementId();
        String model = line.definitionKey();
        Integer version = line.definitionVersion();
        if (element == null || model == null || version == null) {
            return line.elementName() == null ? element : line.elementName();
        }
        return models.in(model, version).step(element, line.elementName(), locale);
    }

    private static TimelineLine told(LogRow row, String sentence, List<Typed> typed) {
        Line line = row.line();
        return new TimelineLine(
                row.seq(),
                line.at(),
                line.kind(),
                line.person(),
                line.definitionKey(),
                line.definitionVersion(),
                line.elementId(),
                line.elementName(),
                row.details(),
                row.hash(),
                sentence,
                typed);
    }

    /** Each name is looked up once for a page, on which the same few people do everything. */
    private UnaryOperator<String> names() {
        Map<String, String> known = new HashMap<>();
        return login -> login.isEmpty() ? login : known.computeIfAbsent(login, people::displayName);
    }
}
