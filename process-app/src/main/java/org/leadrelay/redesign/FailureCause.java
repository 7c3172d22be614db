package org.leadrelay.redesign;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.platform.Wording;

/**
 * Why a job failed, told by the kind of its error. What the error said may be about a lead and stays in the trace.
 *
 * @param error simple name of the exception's class; empty where nothing was kept
 */
public record FailureCause(Cause cause, String error) {

    private static final Wording WORDING = Wording.of(FailureCause.class, "failures");

    /** Kind of cause, with words of its own. */
    public enum Cause {
        /** A condition or a mapping reads what this lead never got. */
        MISSING_VALUE,
        /** None of the ways out of a gateway applies. */
        NO_WAY_OUT,
        /** A decision table could not decide. */
        TABLE,
        /** The model names a step that the product does not have. */
        UNKNOWN_STEP,
        /** What the product refuses by a rule of its own. */
        REFUSED,
        DATABASE,
        /** Somebody gave the job up by hand, or nothing was kept. */
        STOPPED,
        /** A mistake in the program. */
        DEFECT;

        /** As REST writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern CLASS = Pattern.compile("^(?:Caused by: )?([\\w.$]+)(?::|\\s|$)");

    private static final Set<String> REFUSALS = Set.of("Invalid", "Conflict", "NotFound", "Forbidden", "TooLarge");

    private static final Map<String, Cause> BY_NAME = Map.of(
            "PropertyNotFoundException", Cause.MISSING_VALUE,
            "MissingVariable", Cause.MISSING_VALUE,
            "MethodNotFoundException", Cause.UNKNOWN_STEP,
            "ClassNotFoundException", Cause.UNKNOWN_STEP,
            "NoSuchBeanDefinitionException", Cause.UNKNOWN_STEP);

    /**
     * Reads the trace of an exception from its first line and from each that says what caused it; the innermost that is
     * known tells.
     */
    public static FailureCause of(String trace) {
        FailureCause found = new FailureCause(Cause.STOPPED, "");
        for (String line : trace.split("\n", -1)) {
            if (!found.error.isEmpty() && !line.startsWith("Caused by: ")) {
                continue;
            }
            Matcher named = CLASS.matcher(line);
            if (named.find()) {
                Cause cause = cause(named.group(1), line);
                if (cause != Cause.DEFECT || found.error.isEmpty() || found.cause == Cause.DEFECT) {
                    found = new FailureCause(cause, simple(named.group(1)));
                }
            }
        }
        return found;
    }

    private static Cause cause(String type, String line) {
        String name = simple(type);
        if (line.contains("Unknown property used in expression")) {
            return Cause.MISSING_VALUE;
        }
        if (line.contains("Unknown method used in expression")) {
            return Cause.UNKNOWN_STEP;
        }
        if (line.contains("No outgoing sequence flow")) {
            return Cause.NO_WAY_OUT;
        }
        if (type.startsWith("org.leadrelay.platform.") && REFUSALS.contains(name)) {
            return Cause.REFUSED;
        }
        if (type.startsWith("org.camunda.bpm.dmn.") || type.startsWith("org.camunda.feel.")) {
            return Cause.TABLE;
        }
        if (type.startsWith("org.postgresql.")
                || type.startsWith("java.sql.")
                || type.startsWith("org.springframework.dao.")
                || type.startsWith("org.springframework.jdbc.")
                || name.equals("CannotCreateTransactionException")) {
            return Cause.DATABASE;
        }
        return BY_NAME.getOrDefault(name, Cause.DEFECT);
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** In one or two sentences: what is wrong, and what to do. */
    public String words(Locale locale) {
        return WORDING.text(locale, cause.code(), error);
    }
}
