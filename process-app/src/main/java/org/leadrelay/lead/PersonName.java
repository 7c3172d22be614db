package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;

/**
 * Full name, first name and last name of one person brought into agreement. Each is kept as it was
 * stated; what is shown follows from the three and their moments alone, so that the order in which
 * records came makes no difference:
 *
 * <ul>
 *   <li>Without a full name, the name shown is the first and the last name.
 *   <li>A full name that is newer than a part stands. An older part that does not occur in it is
 *       stale: it is shown among the earlier values only.
 *   <li>A newer part that occurs in the full name changes nothing. One that does not replaces the
 *       full name: the name shown is then composed of the parts. A part that nobody stated, or that
 *       is stale, is taken from a full name of exactly two words; a longer one cannot be told apart
 *       safely, and then the newer part alone is the name.
 *   <li>What a person corrected counts as newer than anything captured, in the name and in each
 *       part.
 * </ul>
 */
final class PersonName {

    private static final String NAME = Field.NAME.key();
    private static final String FIRST = Field.FIRST_NAME.key();
    private static final String LAST = Field.LAST_NAME.key();

    private PersonName() {}

    /** First and last name as one text; null when there is neither. */
    static @Nullable String joined(@Nullable String first, @Nullable String last) {
        String both = Stream.of(first, last).flatMap(Stream::ofNullable).collect(Collectors.joining(" "));
        return both.isEmpty() ? null : both;
    }

    /**
     * The facts with a name and parts that agree; the others as they are.
     *
     * @param stated every fact as it was stated last, by name
     */
    static Map<String, StoredFact> agree(Map<String, StoredFact> stated) {
        StoredFact name = stated.get(NAME);
        StoredFact first = stated.get(FIRST);
        StoredFact last = stated.get(LAST);
        if (first == null && last == null) {
            return stated;
        }
        if (name == null) {
            return shown(stated, composed(first, last), first, last);
        }
        if (!replaces(first, name) && !replaces(last, name)) {
            return shown(stated, name, unlessStale(first, name), unlessStale(last, name));
        }
        List<String> words = List.of(name.value().strip().split("\\s+"));
        boolean lastFirst = words.get(0).endsWith(",");
        StoredFact firstNow = unlessStale(first, name);
        StoredFact lastNow = unlessStale(last, name);
        if (words.size() == 2) {
            firstNow = firstNow == null ? word(name, words, Field.FIRST_NAME, lastFirst) : firstNow;
            lastNow = lastNow == null ? word(name, words, Field.LAST_NAME, !lastFirst) : lastNow;
        }
        return shown(stated, composed(firstNow, lastNow), firstNow, lastNow);
    }

    /** The parts that are not shown, because a newer full name says otherwise. */
    static List<StoredFact> stale(Map<String, StoredFact> stated) {
        StoredFact name = stated.get(NAME);
        List<StoredFact> stale = new ArrayList<>();
        for (String part : List.of(FIRST, LAST)) {
            StoredFact known = stated.get(part);
            if (name != null && known != null && unlessStale(known, name) == null) {
                stale.add(known);
            }
        }
        return stale;
    }

    /** Whether these words stand in the name, in whatever case. */
    static boolean occursIn(String part, String name) {
        return (" " + plain(name) + " ").contains(" " + plain(part) + " ");
    }

    private static String plain(String text) {
        return TextNormalizer.key(text.replace(',', ' '));
    }

    private static boolean replaces(@Nullable StoredFact part, StoredFact name) {
        return part != null && part.isStrongerThan(name) && !occursIn(part.value(), name.value());
    }

    private static @Nullable StoredFact unlessStale(@Nullable StoredFact part, StoredFact name) {
        return part != null && name.isStrongerThan(part) && !occursIn(part.value(), name.value()) ? null : part;
    }

    private static StoredFact word(StoredFact name, List<String> words, Field field, boolean second) {
        return name.as(field, words.get(second ? 1 : 0).replaceAll(",$", ""));
    }

    private static @Nullable StoredFact composed(@Nullable StoredFact first, @Nullable StoredFact last) {
        StoredFact newest = first == null || (last != null && last.isStrongerThan(first)) ? last : first;
        String both = joined(first == null ? null : first.value(), last == null ? null : last.value());
        return newest == null || both == null ? null : newest.as(Field.NAME, both);
    }

    private static Map<String, StoredFact> shown(
            Map<String, StoredFact> stated,
            @Nullable StoredFact name,
            @Nullable StoredFact first,
            @Nullable StoredFact last) {
        Map<String, StoredFact> names = new LinkedHashMap<>();
        Stream.of(name, first, last).flatMap(Stream::ofNullable).forEach(each -> names.put(each.name(), each));
        Map<String, StoredFact> shown = new LinkedHashMap<>();
        stated.forEach((key, fact) -> {
            if (key.equals(NAME) || key.equals(FIRST) || key.equals(LAST)) {
                names.forEach(shown::putIfAbsent);
            } else {
                shown.put(key, fact);
            }
        });
        return shown;
    }
}
