package org.leadrelay.notification;

import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finder of the task that a notice leads to. */
@Service
@Transactional(readOnly = true)
public class NoticeTasks {

    private final CurrentPerson person;
    private final ObjectProvider<TaskHolders> tasks;

    NoticeTasks(CurrentPerson person, ObjectProvider<TaskHolders> tasks) {
        this.person = person;
        this.tasks = tasks;
    }

    /** The task that a notice is about, if it is the current person's to do, or was and they drafted an answer to it. */
    public Optional<String> of(Notice notice) {
        UUID lead = notice.leadId();
        String clause =
                notice.clause() == null && notice.kind().equals(NoticeKind.ANSWER.code()) ? "" : notice.clause();
        Actor actor = person.get();
        if (lead != null && notice.kind().equals(NoticeKind.ANSWER_LOST.code())) {
            return tasks.stream()
                    .flatMap(each -> each.draftedBy(lead, actor.login()).stream())
                    .findFirst();
        }
        Optional<String> named = notice.cause() == null
                ? Optional.empty()
                : new NoticeCause(notice.cause()).task().filter(id -> notice.resolvedAt() == null);
        if (named.isPresent()) {
            return named;
        }
        return lead == null || clause == null
                ? Optional.empty()
                : tasks.stream()
                        .flatMap(each -> each.taskFor(lead, clause, actor.login(), actor.roles()).stream())
                        .findFirst();
    }
}
