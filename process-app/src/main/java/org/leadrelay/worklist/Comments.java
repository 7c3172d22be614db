package org.leadrelay.worklist;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.worklist.TaskDetail.Comment;
import org.springframework.stereotype.Component;

/** Comments of people on a task. The words stay here; the journey log only knows that they were said. */
@Component
class Comments {

    private final CommentRepository comments;
    private final Clock clock;

    Comments(CommentRepository comments, Clock clock) {
        this.comments = comments;
        this.clock = clock;
    }

    /**
     * All about the lead, oldest first: a task's comments make little sense without those of the
     * step before.
     */
    List<Comment> of(UUID leadId) {
        return comments.of(leadId);
    }

    Comment add(TaskItem task, Actor actor, String words) {
        return comments.save(new CommentEntity(task, actor.login(), words, clock.instant()))
                .comment(actor.displayName());
    }
}
