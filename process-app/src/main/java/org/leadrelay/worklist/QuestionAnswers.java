package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.springframework.stereotype.Component;

/**
 * Unread flag of marketing's answers: the rep's task of the lead is marked in the inbox and its holder told, until
 * the holder opens it or it is over.
 */
@Component
class QuestionAnswers {

    private final TaskItemTable items;
    private final Notices notices;

    QuestionAnswers(TaskItemTable items, Notices notices) {
        this.items = items;
        this.notices = notices;
    }

    /**
     * A task was answered.
     *
     * @param by who answered it
     */
    void answered(TaskItem task, @Nullable String by) {
        if (task.step().equals(KnownElement.ANSWER_QUESTION.id())) {
            Set<String> holders = items.markAnswered(task.leadId(), SALES_REP).stream()
                    .map(TaskItem::assignee)
                    .filter(Objects::nonNull)
                    .filter(each -> !each.equals(by))
                    .collect(Collectors.toSet());
            notices.tellPeople(holders, "answer:" + task.taskId(), task.leadId(), NoticeKind.ANSWER);
        }
    }

    /** Somebody looks at a task. */
    void seen(TaskItem task, String login) {
        if (task.answered() && login.equals(task.assignee()) && items.answerSeen(task.taskId())) {
            notices.settle(login, task.leadId(), NoticeKind.ANSWER);
        }
    }

    /** A task is gone, read or not. */
    void over(TaskItem task) {
        String holder = task.assignee();
        if (task.answered() && holder != null) {
            notices.settle(holder, task.leadId(), NoticeKind.ANSWER);
        }
    }
}
