package org.leadrelay.process.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Exception of a model or table that holds what none may hold. The message names each element, the rule and the
 * remedy.
 */
class RefusedModel extends ProcessEngineException {

    private static final long serialVersionUID = 1;

    RefusedModel(List<String> violations) {
        super("the model is refused:\n- " + String.join("\n- ", violations));
    }
}
