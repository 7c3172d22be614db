package org.leadrelay.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.leadrelay.platform.Wording;

/** What the simulated staff writes, in their own language: fitting the step and what they decided. */
final class SimulatedNotes {

    private static final Wording WORDING = Wording.of(SimulatedNotes.class, "notes");

    /** Comments that fit any case. */
    static final String COMMENT = "comment";

    /** Questions of sales to marketing. */
    static final String QUESTION = "question";

    private SimulatedNotes() {}

    /**
     * A text for a field of a form.
     *
     * @param answers what was answered before, of which the reason tells most and the outcome second
     */
    static String of(String step, String field, Map<String, Object> answers, Locale language, Random chance) {
        String key = step.substring(step.indexOf('_') + 1) + "." + field;
        Stream<String> decided =
                Stream.of("rejectionReason", "outcome").map(answers::get).map(each -> key + "." + each);
        return Stream.concat(decided, Stream.of(key, field, "note"))
                .flatMap(each -> WORDING.find(language, each).stream())
                .findFirst()
                .map(said -> any(said, chance))
                .orElseThrow();
    }

    static String any(String kind, Locale language, Random chance) {
        return any(WORDING.text(language, kind), chance);
    }

    private static String any(String said, Random chance) {
        List<String> ways = List.of(said.split("\\|"));
        return ways.get(chance.nextInt(ways.size()));
    }
}
