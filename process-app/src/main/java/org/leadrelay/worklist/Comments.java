package org.leadrelay.worklist;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.worklist.TaskDetail.Comment;
import org.springframework.stereotype.Component;

/** Comments of people on a task. The words stay here; the journey log only knows that they were said. */
@Component
class Comments {

    private final CommentRepository comments;
    private final MergedLeads merged;
    private final Clock clock;

    Comments(CommentRepository comments, MergedLeads merged, Clock clock) {
        this.comments = comments;
        this.merged = merged;
        this.clock = clock;
    }

    /**
     * All about the lead and those that were merged into it, oldest first: a task's comments make little sense without those
     * of the step before.
     */
    List<Comment> of(UUID leadId) {
        return of(leadId, merged.into(leadId));
    }

    /**
     * @param others what the leads were known by that were merged into it
     */
    List<Comment> of(UUID leadId, Map<UUID, String> others) {
        Set<UUID> leads = new HashSet<>(others.keySet());
        leads.add(leadId);
        return comments.of(leads).stream()
                .map(each -> each.of(others.get(each.leadId())))
                .toList();
    }

    Comment add(TaskItem task, Actor actor, String words) {
        return comments.save(new CommentEntity(task, actor.login(), words, clock.instant()))
                .comment(actor.displayName());
    }
}
