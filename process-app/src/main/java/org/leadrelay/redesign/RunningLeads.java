package org.leadrelay.redesign;

import java.util.List;
import java.util.UUID;

/** Port to the running journeys: at which elements of which versions they stand, counted and never read one by one. */
public interface RunningLeads {

    /**
     * How many leads stand at an element of one version of a model. A lead whose step is another model stands in both: at
     * the element that called it, and inside.
     *
     * @param deployment in which this version came
     */
    record Standing(String model, int version, String deployment, String element, long leads) {}

    /**
     * How many leads began by a deployment, and so go on with its models and tables to their end.
     */
    record Begun(String deployment, long leads) {}

    /**
     * A model or a table of a deployment.
     *
     * @param id of its process or decision
     * @param hash of its content: two versions with one hash are the same
     */
    record DeployedFile(String deployment, String id, int version, String hash) {}

    List<Standing> standing();

    /** The ids of the models' versions by which leads go on: those they are in, and those that came with them. */
    List<String> definitions();

    List<Begun> begun();

    /** The models and tables of every deployment there ever was. */
    List<DeployedFile> files();

    /** The leads that stand at an element now, in whichever version of the model; in no order. */
    List<UUID> at(String model, String element);
}
