package org.leadrelay.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.TimelineLine.Typed;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ReadLine;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.Journeys;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.leadrelay.promise.BreachExplanations;
import org.leadrelay.worklist.TypedText;
import org.leadrelay.worklist.TypedTexts;
import org.springframework.stereotype.Component;

/**
 * Join of the journey log's lines with what people typed when they were written. The log holds references only, for
 * it survives the erasure of a person; the texts are read by them where they are kept.
 */
@Component
class TypedLines {

    private static final Wording WORDING = Wording.of(TypedLines.class, "sentences");

    /** The line of a comment or a question is written in the same transaction, an instant after its text. */
    private static final Duration SAME_MOMENT = Duration.ofMillis(1);

    private final TypedTexts tasks;
    private final Journeys journeys;
    private final BreachExplanations breaches;
    private final ModelNames models;

    TypedLines(TypedTexts tasks, Journeys journeys, BreachExplanations breaches, ModelNames models) {
        this.tasks = tasks;
        this.journeys = journeys;
        this.breaches = breaches;
        this.models = models;
    }

    /** By the lines' numbers; none of a line at which nothing was typed. */
    Map<Long, List<Typed>> of(UUID leadId, List<ReadLine> rows, Locale locale) {
        Map<Long, List<Typed>> typed = new HashMap<>();
        atTasks(leadId, rows, locale, typed);
        aboutJourneys(leadId, rows, locale, typed);
        aboutPromises(rows, locale, typed);
        return typed;
    }

    private void atTasks(UUID leadId, List<ReadLine> rows, Locale locale, Map<Long, List<Typed>> typed) {
        List<ReadLine> told = rows.stream()
                .filter(row -> row.is(Kind.TASK_COMPLETED) || row.is(Kind.COMMENT) || row.is(Kind.QUESTION))
                .toList();
        List<TypedText> texts = tasks.of(
                leadId,
                told.stream()
                        .flatMap(row -> row.detail("task").stream())
                        .distinct()
                        .toList());
        for (ReadLine row : told) {
            List<TypedText> ofTask = texts.stream()
                    .filter(each -> each.taskId().equals(row.detail("task").orElse(null)))
                    .toList();
            typed.put(
                    row.seq(),
                    at(row, ofTask)
                            .map(each -> new Typed(
                                    each.field(), label(each.field(), asked(row, each, locale), locale), each.text()))
                            .toList());
        }
    }

    /** What the step's form calls the field, in the reader's language. */
    private String asked(ReadLine row, TypedText text, Locale locale) {
        String element = row.line().elementId();
        return element == null ? text.label() : models.inForce().field(element, text.field(), text.label(), locale);
    }

    private static Stream<TypedText> at(ReadLine row, List<TypedText> texts) {
        if (row.is(Kind.TASK_COMPLETED)) {
            return texts.stream().filter(each -> each.comment() == null && !isQuestion(each));
        }
        if (row.is(Kind.QUESTION)) {
            return latest(row, texts.stream().filter(TypedLines::isQuestion));
        }
        Optional<UUID> id = row.id("comment");
        return id.isPresent()
                ? texts.stream().filter(each -> id.get().equals(each.comment()))
                : latest(row, texts.stream().filter(each -> each.comment() != null));
    }

    private static boolean isQuestion(TypedText text) {
        return text.comment() == null && text.field().equals(TypedText.QUESTION);
    }

    /** Of several at one task, what the same person had typed last when the line was written. */
    private static Stream<TypedText> latest(ReadLine row, Stream<TypedText> texts) {
        Instant written = row.line().at().plus(SAME_MOMENT);
        return texts
                .filter(each -> each.person().equals(row.person()) && !each.at().isAfter(written))
                .reduce((earlier, later) -> later)
                .stream();
    }

    /** Why it was withdrawn or reopened. */
    private void aboutJourneys(UUID leadId, List<ReadLine> rows, Locale locale, Map<Long, List<Typed>> typed) {
        if (rows.stream().noneMatch(row -> row.is(Kind.WITHDRAWN) || row.is(Kind.REOPENED))) {
            return;
        }
        Map<UUID, Journey> known = new HashMap<>();
        journeys.of(leadId).forEach(each -> known.put(each.id(), each));
        for (ReadLine row : rows) {
            Journey journey = row.id("journey").map(known::get).orElse(null);
            if (journey != null && row.is(Kind.WITHDRAWN)) {
                put(row, journey.endReason(), locale, typed);
            } else if (journey != null && row.is(Kind.REOPENED)) {
                put(row, journey.reason(), locale, typed);
            }
        }
    }

    private void aboutPromises(List<ReadLine> rows, Locale locale, Map<Long, List<Typed>> typed) {
        List<ReadLine> told =
                rows.stream().filter(row -> row.is(Kind.PROMISE_REASON)).toList();
        Map<UUID, String> words = breaches.of(
                told.stream().flatMap(row -> row.id("promise").stream()).toList());
        told.forEach(row -> put(row, row.id("promise").map(words::get).orElse(null), locale, typed));
    }

    private static void put(ReadLine row, @Nullable String text, Locale locale, Map<Long, List<Typed>> typed) {
        if (text != null && !text.isEmpty()) {
            typed.computeIfAbsent(row.seq(), any -> new ArrayList<>())
                    .add(new Typed("reason", label("reason", "", locale), text));
        }
    }

    /** In the reader's language where the product knows the field, else as the form called it. */
    private static String label(String field, String stored, Locale locale) {
        return WORDING.find(locale, "typed." + field).orElse(stored.isEmpty() ? field : stored);
    }
}
