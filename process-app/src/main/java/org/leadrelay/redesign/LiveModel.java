package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * Model in force with the leads that are in it now.
 *
 * @param id of its process
 * @param name in the language of the current request
 * @param bpmn the diagram as BPMN XML, its names in the language of the current request
 * @param steps where something is to be told, in the order of the model; what only older versions have comes last
 * @param older versions with other content by which leads go on, the newest first
 */
public record LiveModel(
        String id, int version, String name, @JsonIgnore String bpmn, List<LiveStep> steps, List<OlderVersion> older) {

    public LiveModel {
        steps = List.copyOf(steps);
        older = List.copyOf(older);
    }
}
