package org.leadrelay.opening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.platform.Sha256;

/**
 * Play: how a rep opens the talk.
 *
 * @param id as the table names it
 * @param lines what to say and ask, in their order
 * @param leave what not to do; empty where nothing is said
 * @param wording fingerprint of what it says in all languages: who says it otherwise counts anew
 */
public record Play(String id, String name, List<String> lines, String leave, String wording) {

    private static final List<String> LINES = List.of(".1", ".2", ".3");
    private static final String LEAVE = ".leave";

    /** Ends of the keys of all that is said of a play; its name has none. */
    public static final Set<String> PARTS =
            Stream.concat(Stream.of("", LEAVE), LINES.stream()).collect(Collectors.toUnmodifiableSet());

    public Play {
        lines = List.copyOf(lines);
    }

    /**
     * Empty where there are no words for it: a rep is told nothing rather than a code.
     *
     * @param words by key, in the language of who reads
     * @param all the words of every language
     */
    static Optional<Play> of(String id, Map<String, String> words, List<Map<String, String>> all) {
        String key = OpeningPlay.OUTPUT + "." + id;
        List<String> lines = LINES.stream()
                .map(line -> words.getOrDefault(key + line, ""))
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder said = new StringBuilder();
        for (Map<String, String> each : all) {
            LINES.forEach(line -> said.append(each.get(key + line)).append('\n'));
            said.append(each.get(key + LEAVE)).append('\n');
        }
        return Optional.of(new Play(
                id,
                words.getOrDefault(key, id),
                lines,
                words.getOrDefault(key + LEAVE, ""),
                Sha256.hex(said.toString())));
    }
}
