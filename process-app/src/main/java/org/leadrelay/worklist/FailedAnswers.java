package org.leadrelay.worklist;

import java.util.Set;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.springframework.stereotype.Component;

/** Notice to whoever gave an answer that could not be carried out; what they had filled in is still their draft. */
@Component
class FailedAnswers {

    private final PendingAnswerTable table;
    private final Notices notices;

    FailedAnswers(PendingAnswerTable table, Notices notices) {
        this.table = table;
        this.notices = notices;
    }

    /** The task was taken away while its answer waited. */
    void taskTakenAway(String taskId) {
        table.take(taskId).ifPresent(this::tell);
    }

    void tell(PendingAnswer answer) {
        notices.tellPeople(
                Set.of(answer.person()),
                "answerLost:" + answer.taskId() + ":" + answer.at(),
                answer.leadId(),
                NoticeKind.ANSWER_LOST);
    }
}
