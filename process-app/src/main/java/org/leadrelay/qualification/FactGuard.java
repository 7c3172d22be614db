package org.leadrelay.qualification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guard of the decision tables' input: a number, a boolean, or a short word that names no person. */
final class FactGuard {

    private static final int LONGEST = 100;

    private static final Pattern CONTACT = Pattern.compile("@|\\d[\\d ()./-]{6,}\\d");

    private FactGuard() {}

    static boolean isFact(@Nullable Object value) {
        if (value instanceof String word) {
            return word.length() <= LONGEST && !CONTACT.matcher(word).find();
        }
        return value instanceof Number || value instanceof Boolean;
    }
}
