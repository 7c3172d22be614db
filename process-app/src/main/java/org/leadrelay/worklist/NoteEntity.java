package org.leadrelay.worklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Note written with an answer, never changed. */
@Entity
@Table(name = "task_note")
@Immutable
class NoteEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column
    private String taskId;

    @Column
    private UUID leadId;

    @Column
    private String step;

    @Column
    private String field;

    @Column
    private String label;

    @Column
    private String words;

    @Column
    private String person;

    @Column
    private Instant writtenAt;

    protected NoteEntity() {}

    NoteEntity(TaskItem task, String field, String label, String words, String person, Instant writtenAt) {
        this.taskId = task.taskId();
        this.leadId = task.leadId();
        this.step = task.step();
        this.field = field;
        this.label = label;
        this.words = words;
        this.person = person;
        this.writtenAt = writtenAt;
    }
}
