package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Clock;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.lead.LeadJourney;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Question of a rep to marketing: the rep's promise pauses, marketing's opens, and both sides agreed how often. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Questions {

    private static final Wording WORDING = Wording.of(Questions.class);

    static final int LONGEST = 2_000;

    private static final String ANSWERING = KnownElement.ANSWER_QUESTION.id();

    private final TaskItemTable items;
    private final Notes notes;
    private final TaskLogLines lines;
    private final Charter charter;
    private final LeadJourney journey;
    private final Clock clock;

    Questions(TaskItemTable items, Notes notes, TaskLogLines lines, Charter charter, LeadJourney journey, Clock clock) {
        this.items = items;
        this.notes = notes;
        this.lines = lines;
        this.charter = charter;
        this.journey = journey;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    boolean may(TaskItem task, Actor actor) {
        return task.role().equals(SALES_REP)
                && actor.login().equals(task.assignee())
                && !task.pending()
                && !items.waitsAt(task.leadId(), ANSWERING)
                && notes.questions(task.leadId()) < charter.current().questions();
    }

    void ask(TaskItem task, String question, Actor actor) {
        if (question.isBlank() || question.length() > LONGEST || question.indexOf('\0') >= 0) {
            throw Invalid.field("question", WORDING.text("questionText", LONGEST));
        }
        if (!task.role().equals(SALES_REP) || !actor.login().equals(task.assignee())) {
            throw new Forbidden(WORDING.text("noQuestion", task.name()));
        }
        if (items.waitsAt(task.leadId(), ANSWERING)) {
            throw new Conflict(WORDING.text("questionOpen"));
        }
        int asked = notes.questions(task.leadId());
        if (asked >= charter.current().questions()) {
            throw new Conflict(WORDING.text("questionsUsed", asked));
        }
        notes.write(
                task,
                new Notes.Written(
                        Notes.QUESTION, WORDING.text("question"), question.strip(), actor.login(), clock.instant()));
        lines.add(task, Kind.QUESTION, Map.of("number", asked + 1, "words", new CommittedText(question.strip())));
        journey.questionAsked(task.leadId());
    }
}
