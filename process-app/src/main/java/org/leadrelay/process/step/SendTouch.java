package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.leadrelay.nurture.Touches;
import org.leadrelay.process.ModelContract;
import org.springframework.stereotype.Component;

/**
 * {@code ${sendTouch}}: sends and records the touch that the table {@code nurture-track} planned.
 */
@Component("sendTouch")
class SendTouch implements JavaDelegate {

    private final Touches touches;

    SendTouch(Touches touches) {
        this.touches = touches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        touches.send(
                ModelContract.lead(execution),
                required(execution, "track"),
                required(execution, "touchKind"),
                required(execution, "touchTemplate"));
    }

    private static String required(DelegateExecution execution, String variable) {
        String value = ModelContract.text(execution, variable);
        if (value == null) {
            throw new MissingVariable(execution, variable);
        }
        return value;
    }
}
