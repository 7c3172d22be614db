package org.leadrelay.board;

import java.util.Map;
import java.util.Set;

/**
 * Port to the stages that the deployed models name. Implemented in {@code process}; what is deployed never changes. A release that was
 * made before stages were known names none at all: it is read by the ids that the product shipped, which never change their meaning.
 */
public interface ModelStages {

    /** The id of the process that is a lead's journey. */
    String journeyModel();

    /** The stages of a deployed version by the ids of its elements and flows; empty when there is no such version. */
    Map<String, Stage> of(String model, int version);

    /** All that the models name which were deployed together with this version. */
    Set<Stage> allWith(String model, int version);
}
