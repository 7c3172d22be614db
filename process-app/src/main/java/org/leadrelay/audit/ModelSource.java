package org.leadrelay.audit;

import java.util.Locale;
import java.util.Optional;

/** Port to the stored models of which the journey log speaks. */
public interface ModelSource {

    /** A version of a model as BPMN XML, its names in a reader's language; empty when it is not there any more. */
    Optional<String> bpmn(String model, int version, Locale locale);
}
