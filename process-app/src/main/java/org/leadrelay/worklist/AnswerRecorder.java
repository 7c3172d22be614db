package org.leadrelay.worklist;

import org.leadrelay.lead.LearnedFacts;
import org.springframework.stereotype.Component;

/** What an answer leaves in the lead's record: the notes that were written, and what was learned as facts of the lead. */
@Component
class AnswerRecorder {

    private final Notes notes;
    private final Forms forms;
    private final LearnedFacts learned;

    AnswerRecorder(Notes notes, Forms forms, LearnedFacts learned) {
        this.notes = notes;
        this.forms = forms;
        this.learned = learned;
    }

    void write(TaskItem task, PendingAnswer answer) {
        answer.notes().forEach(note -> notes.write(task, note));
        learned.answered(
                task.leadId(),
                forms.learned(task.definitionId(), task.step(), answer.facts()),
                task.step(),
                answer.person(),
                answer.at());
    }
}
