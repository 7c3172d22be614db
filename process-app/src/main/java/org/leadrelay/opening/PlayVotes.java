package org.leadrelay.opening;

import java.util.Optional;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Votes on plays: whether one helped, said by whoever has the task. Counted by play; of whom is not kept, and of which task only while it is open. */
@Service
public class PlayVotes {

    private static final Wording WORDING = Wording.of(PlayVotes.class);

    private final Plays plays;
    private final PlayVoteTable votes;
    private final TaskQueries tasks;
    private final CurrentPerson person;

    PlayVotes(Plays plays, PlayVoteTable votes, TaskQueries tasks, CurrentPerson person) {
        this.plays = plays;
        this.votes = votes;
        this.tasks = tasks;
        this.person = person;
    }

    /**
     * Says whether a play helped, once for each task: who says it again changes it.
     *
     * @param playId of the release in force
     * @throws NotFound when there is no such task before a first talk, or no such play
     * @throws Forbidden when this person does not have the task
     */
    @Transactional
    public void say(String taskId, String playId, boolean helped) {
        TaskRow task = tasks.row(taskId);
        if (!mayVote(task)) {
            throw new Forbidden(WORDING.text("notHolder"));
        }
        Play play = Optional.of(playId)
                .filter(any -> OpeningPlay.isBefore(task.step()))
                .flatMap(plays::find)
                .orElseThrow(() -> new NotFound(WORDING.text("noPlay", playId)));
        PlayVoteTable.Vote now = new PlayVoteTable.Vote(play.id(), play.wording(), helped);
        if (!votes.insertIfAbsent(taskId, now)) {
            PlayVoteTable.Vote before = votes.lock(taskId).orElse(null);
            if (now.equals(before)) {
                return;
            }
            if (before != null) {
                votes.remove(before);
                votes.change(taskId, now);
            }
        }
        votes.add(now);
    }

    /** Whether the current person has this task. */
    boolean mayVote(TaskRow task) {
        return person.get().login().equals(task.assignee());
    }
}
