package org.leadrelay.redesign.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port to the engine's own parser, which reads a model and stores nothing. */
public interface EngineParser {

    /**
     * What it finds wrong.
     *
     * @param element id of the element; null when it only knows the line
     * @param line counted from 1; 0 when it knows none
     */
    record Problem(@Nullable String element, int line, String message, boolean warning) {}

    /** The file passed the rules. */
    List<Problem> problems(ModelFile file);
}
