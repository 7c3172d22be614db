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

    NoteEntity(TaskItem task, Notes.Written note) {
        this.taskId = task.taskId();
        this.leadId = task.leadId();
        this.step = task.step();
        this.field = note.field();
        this.label = note.label();
        this.words = note.words();
        this.person = note.person();
        this.writtenAt = note.at();
    }
}
