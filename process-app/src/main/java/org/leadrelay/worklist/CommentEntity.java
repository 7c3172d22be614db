package org.leadrelay.worklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.leadrelay.platform.AssignedId;

/** Comment on a task, never changed. */
@Entity
@Table(name = "task_comment")
@Immutable
class CommentEntity extends AssignedId<UUID> {

    @Id
    private UUID id;

    @Column
    private String taskId;

    @Column
    private UUID leadId;

    @Column
    private String step;

    @Column
    private String person;

    @Column
    private String words;

    @Column
    private Instant writtenAt;

    protected CommentEntity() {}

    CommentEntity(TaskItem task, String person, String words, Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.taskId = task.taskId();
        this.leadId = task.leadId();
        this.step = task.step();
        this.person = person;
        this.words = words;
        this.writtenAt = writtenAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    TaskDetail.Comment comment(String personName) {
        return new TaskDetail.Comment(id, taskId, leadId, step, person, personName, words, writtenAt);
    }
}
