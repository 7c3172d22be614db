package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that people wrote while answering tasks: part of the lead's record, never known to the engine. */
@Service
public class Notes {

    static final String QUESTION = "question";

    private static final Wording WORDING = Wording.of(Notes.class);

    private final NoteRepository notes;
    private final ModelNames names;

    Notes(NoteRepository notes, ModelNames names) {
        this.notes = notes;
        this.names = names;
    }

    /** A lead's notes, newest first. Whoever calls has checked that the person may see the lead. */
    @Transactional(readOnly = true)
    public List<Note> of(UUID leadId) {
        return notes.of(leadId).stream().map(each -> each.called(label(each))).toList();
    }

    /** Whoever wrote it may have been asked in another language. */
    private String label(Note note) {
        return note.field().equals(QUESTION)
                ? WORDING.text("question")
                : names.newest().field(note.step(), note.field(), note.label(), Wording.language());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(TaskItem task, Written note) {
        notes.save(new NoteEntity(task, note));
    }

    /** Text that somebody wrote into a field at some moment; of the field, its label at that time. */
    record Written(String field, String label, String words, String person, Instant at) {}

    /** Questions asked since the lead's living journey began. */
    @Transactional(readOnly = true)
    int questions(UUID leadId) {
        return notes.countInLivingJourney(leadId, QUESTION);
    }

    /**
     * One text.
     *
     * @param field the form field's id, or {@code question} for what marketing was asked
     * @param label what the form calls it, in the language of the current request; what it called it at the time
     *     when no model has the field any more
     */
    public record Note(
            String taskId,
            String step,
            String field,
            String label,
            String text,
            String person,
            @Nullable String personName,
            Instant at) {

        Note called(String newLabel) {
            return new Note(taskId, step, field, newLabel, text, person, personName, at);
        }
    }
}
