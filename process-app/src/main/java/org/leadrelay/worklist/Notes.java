package org.leadrelay.worklist;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final MergedLeads merged;
    private final ModelNames names;

    Notes(NoteRepository notes, MergedLeads merged, ModelNames names) {
        this.notes = notes;
        this.merged = merged;
        this.names = names;
    }

    /**
     * A lead's notes and those of leads that were merged into it, newest first. Whoever calls has checked that the person
     * may see the lead.
     */
    @Transactional(readOnly = true)
    public List<Note> of(UUID leadId) {
        return of(leadId, merged.into(leadId));
    }

    /**
     * @param others what the leads were known by that were merged into it
     */
    List<Note> of(UUID leadId, Map<UUID, String> others) {
        Set<UUID> leads = new HashSet<>(others.keySet());
        leads.add(leadId);
        return notes.of(leads).stream()
                .map(each -> each.called(label(each), others.get(each.leadId())))
                .toList();
    }

    /** What the leads were known by that were merged into this one. */
    Map<UUID, String> mergedInto(UUID leadId) {
        return merged.into(leadId);
    }

    /** Whoever wrote it may have been asked in another language. */
    private String label(Note note) {
        return note.field().equals(QUESTION)
                ? WORDING.text("question")
                : names.inForce().field(note.step(), note.field(), note.label(), Wording.language());
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
     * @param from what the lead was known by about which it was written, when that was merged into this one; else null
     */
    public record Note(
            String taskId,
            UUID leadId,
            String step,
            String field,
            String label,
            String text,
            String person,
            @Nullable String personName,
            Instant at,
            @Nullable String from) {

        /** As it is stored. */
        Note(
                String taskId,
                UUID leadId,
                String step,
                String field,
                String label,
                String text,
                String person,
                @Nullable String personName,
                Instant at) {
            this(taskId, leadId, step, field, label, text, person, personName, at, null);
        }

        Note called(String newLabel, @Nullable String mergedLead) {
            return new Note(taskId, leadId, step, field, newLabel, text, person, personName, at, mergedLead);
        }
    }
}
