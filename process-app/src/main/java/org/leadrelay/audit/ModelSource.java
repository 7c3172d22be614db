package org.leadrelay.audit;

import java.util.Optional;

/** Where the models are kept that the journey log speaks of. */
public interface ModelSource {

    /** A version of a model as BPMN XML; empty when it is not there any more. */
    Optional<String> bpmn(String model, int version);
}
