package org.leadrelay.journal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shapes of the subjects of lines that are no lead's, by what their kind is about. A kind that nobody registered is about
 * something with an id.
 */
enum SubjectShape {
    /** A UUID or a number. */
    ID("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{1,19}"),
    /** A login, or the id of a team that has people's things. */
    LOGIN("\\S{1,200}"),
    /** A code that somebody who may registered: a role, a calendar, a skill, a fact, a file of the product. */
    CODE("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/-]{0,199}"),
    /** One of a few names that the product itself has: of a list, of an export. */
    LISTED("[a-z][A-Za-z0-9_. -]{0,79}");

    private static final Set<Kind> LOGINS = Collections.unmodifiableSet(EnumSet.of(
            Kind.LOGGED_IN,
            Kind.LOGIN_FAILED,
            Kind.SESSION_ENDED,
            Kind.PERSON_ADDED,
            Kind.PERSON_CHANGED,
            Kind.PERSON_DEACTIVATED,
            Kind.PERSON_ACTIVATED,
            Kind.PASSWORD_RESET,
            Kind.PASSWORD_CHANGED,
            Kind.TOKEN_MADE,
            Kind.TOKEN_REVOKED,
            Kind.CALENDAR_GIVEN,
            Kind.CALENDAR_TAKEN,
            Kind.REP_LIMITED,
            Kind.REP_SKILLED,
            Kind.REP_AWAY,
            Kind.REP_BACK,
            Kind.ABSENCE_CANCELLED,
            Kind.BOARD_MAIL_WITHHELD));

    private static final Set<Kind> CODES = Collections.unmodifiableSet(EnumSet.of(
            Kind.ROLE_ADDED,
            Kind.ROLE_CHANGED,
            Kind.ROLE_REMOVED,
            Kind.MANDATE_GIVEN,
            Kind.CALENDAR_CHANGED,
            Kind.MODEL_DEPLOYED,
            Kind.TEXT_WRITTEN,
            Kind.TEXT_DISCARDED,
            Kind.TEXT_PROPOSED,
            Kind.TEXT_APPROVED,
            Kind.TEXT_RETURNED,
            Kind.TEXT_TESTED,
            Kind.FACT_DEFINED,
            Kind.BASIS_DECLARED,
            Kind.BASIS_WITHDRAWN,
            Kind.SKILL_DEFINED,
            Kind.SKILL_REMOVED));

    private static final Set<Kind> LISTS = Collections.unmodifiableSet(EnumSet.of(
            Kind.READ_LIST, Kind.EXPORTED, Kind.LEDGER_REBUILT, Kind.INBOX_REBUILT, Kind.CLOCK_MOVED, Kind.CLEANED_UP));

    private final Pattern shape;

    SubjectShape(String shape) {
        this.shape = Pattern.compile(shape);
    }

    static SubjectShape of(Kind kind) {
        if (LOGINS.contains(kind)) {
            return LOGIN;
        }
        if (CODES.contains(kind)) {
            return CODE;
        }
        return LISTS.contains(kind) ? LISTED : ID;
    }

    boolean fits(String subject) {
        return shape.matcher(subject).matches();
    }
}
