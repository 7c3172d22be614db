package org.leadrelay.process.trace;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.leadrelay.access.Roles;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.process.ModelContract;
import org.leadrelay.worklist.Participants;
import org.springframework.stereotype.Component;

/** Task listener: both sides of a case are notified of its verdict. */
@Component
class VerdictTrace implements TaskListener {

    private final Participants participants;
    private final Notices notices;

    VerdictTrace(Participants participants, Notices notices) {
        this.participants = participants;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        if (Roles.ARBITER.equals(TaskDescriptions.role((TaskEntity) task))) {
            ModelContract.leadOf(task.getExecution())
                    .ifPresent(lead -> notices.tellPeople(
                            participants.of(lead, task.getTaskDefinitionKey()),
                            "verdict:" + task.getId(),
                            lead,
                            NoticeKind.VERDICT));
        }
    }
}
