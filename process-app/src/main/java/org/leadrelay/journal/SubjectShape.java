package org.leadrelay.journal;

import java.util.regex.Pattern;

/** Shapes of the subjects of lines that are no lead's, by what their {@link Kind} is about. */
enum SubjectShape {
    /** A UUID or a number. */
    ID("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\d{1,19}"),
    LOGIN("\\S{1,200}"),
    /** The id of a team, or the login of a rep, for whatever both may be given. */
    TEAM_OR_LOGIN("\\S{1,200}"),
    /** A code that somebody who may registered: a role, a calendar, a skill, a fact, a file of the product. */
    CODE("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/-]{0,199}"),
    /** One of a few names that the product itself has: of a list, of an export. */
    LISTED("[a-z][A-Za-z0-9_. -]{0,79}");

    private final Pattern shape;

    SubjectShape(String shape) {
        this.shape = Pattern.compile(shape);
    }

    boolean fits(String subject) {
        return shape.matcher(subject).matches();
    }
}
