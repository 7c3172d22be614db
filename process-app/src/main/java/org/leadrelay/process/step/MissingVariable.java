package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Failure of a step for want of a process variable that the model sets before it; its name tells the process owner. */
class MissingVariable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingVariable(DelegateExecution execution, String variable) {
        super(execution.getCurrentActivityId() + ": " + variable + " is not set; the table before it sets it");
    }
}
