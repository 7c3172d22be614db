package org.leadrelay.redesign.difference;

import java.util.Locale;

/** Category of a change, in the order in which people read them. */
public enum Category {
    /** Due dates and timers. */
    DEADLINE,
    /** Who does it: groups, people, lanes. */
    ROLE,
    /** What is asked of people. */
    FORM,
    /** When a path is taken. */
    CONDITION,
    /** Which variables a step is given, and gives. */
    MAPPING,
    /** What happens, and in which order: elements, flows, and how a step runs. */
    PATH,
    /** Rows and columns of decision tables, and which table decides. */
    TABLE,
    /** Names, descriptions, and the words of other languages. */
    WORDS,
    /** The drawing, and what only Modeler reads. */
    LAYOUT;

    /** As REST writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
