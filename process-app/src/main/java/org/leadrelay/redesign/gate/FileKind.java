package org.leadrelay.redesign.gate;

import java.util.Locale;

/** Kind of a file of a release, known by the ending of its name. */
public enum FileKind {
    PROCESS(".bpmn"),
    DECISION(".dmn"),
    /** Words of a model in a language: {@code lead-journey_de.properties}. */
    WORDS(".properties");

    private final String ending;

    FileKind(String ending) {
        this.ending = ending;
    }

    public String ending() {
        return ending;
    }

    /** As the database and REST write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
