package org.leadrelay.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.worklist.Form;

/** Random answers of the simulated staff: most leads go well, some do not. */
final class SimulatedAnswers {

    /** Out of a hundred; a step or an outcome that is not named here gets an even chance. */
    private static final Map<String, Map<String, Integer>> OUTCOMES = Map.of(
            KnownElement.QUALIFY_LEAD.id(), Map.of("salesReady", 62, "notYet", 23, "disqualify", 15),
            KnownElement.ANSWER_HAND_OFF.id(), Map.of("accept", 74, "reject", 26),
            KnownElement.REVIEW_REJECTION.id(), Map.of("recycle", 50, "junk", 15, "dispute", 35),
            KnownElement.GIVE_VERDICT.id(), Map.of("reaccept", 45, "recycle", 30, "close", 25),
            KnownElement.MAKE_CONTACT.id(), Map.of("reached", 62, "notReached", 38),
            KnownElement.DECIDE_OUTCOME.id(), Map.of("won", 30, "lost", 30, "notReady", 22, "nextStep", 18));

    /** Agreed lists, of which in a few weeks every line is chosen: reasons one after the other. */
    private static final Pattern IN_TURN = Pattern.compile(".*(Reason|Cause)|learned|interest");

    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    /**
     * Whether a person finds something to choose in every list: a manager without reps does not.
     */
    static boolean possible(Form form) {
        return form.fields().stream()
                .noneMatch(each -> each.type().equals("enum") && each.options().isEmpty());
    }

    /**
     * @param language of whoever answers
     */
    Map<String, Object> to(String step, Form form, LocalDate today, Locale language, Random chance) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Form.Field field : form.fields()) {
            if (field.readonly() || !field.asked(answers)) {
                continue;
            }
            if (field.needed(answers) || chance.nextInt(3) > 0) {
                answers.put(
                        field.id(),
                        field.type().equals("string")
                                ? SimulatedNotes.of(step, field.id(), answers, language, chance)
                                : answer(step, field, today, chance));
            }
        }
        return answers;
    }

    private Object answer(String step, Form.Field field, LocalDate today, Random chance) {
        return switch (field.type()) {
            case "enum" -> choice(step, field, chance);
            case "boolean" -> chance.nextInt(4) > 0;
            case "long" -> 1_000L * (4 + chance.nextInt(60));
            case "date" -> today.plusDays(3 + chance.nextInt(12)).toString();
            default -> throw new IllegalStateException(step + ": nobody knows what to say to " + field.type());
        };
    }

    private String choice(String step, Form.Field field, Random chance) {
        if (IN_TURN.matcher(field.id()).matches()) {
            int turn = turns.computeIfAbsent(field.id(), each -> new AtomicInteger(chance.nextInt(9)))
                    .getAndIncrement();
            return field.options().get(turn % field.options().size()).value();
        }
        Map<String, Integer> weights = field.id().equals("outcome") ? OUTCOMES.getOrDefault(step, Map.of()) : Map.of();
        int all =
                field.options().stream().mapToInt(each -> weight(each, weights)).sum();
        int left = chance.nextInt(all);
        for (Option each : field.options()) {
            left -= weight(each, weights);
            if (left < 0) {
                return each.value();
            }
        }
        throw new IllegalStateException(step + ": " + field.id() + " has no choice");
    }

    private static int weight(Option option, Map<String, Integer> weights) {
        return weights.getOrDefault(option.value(), weights.isEmpty() ? 1 : 0);
    }
}
