package org.leadrelay.worklist;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.leadrelay.worklist.TaskDetail.Comment;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of comments. */
interface CommentRepository extends JpaRepository<CommentEntity, UUID> {

    @Query("""
        select new org.leadrelay.worklist.TaskDetail$Comment(
            c.id, c.taskId, c.leadId, c.step, c.person, p.displayName, c.words, c.writtenAt)
        from CommentEntity c left join PersonEntity p on p.login = c.person
        where c.leadId in :leads order by c.writtenAt, c.id limit 500\
        """)
    List<Comment> of(Collection<UUID> leads);
}
