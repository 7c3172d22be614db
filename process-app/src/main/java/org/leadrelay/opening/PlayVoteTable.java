package org.leadrelay.opening;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables of what those who used a play said of it: counts without task, lead, person or time, and beside them the vote of each task
 * that is still open, so that it can be changed. That row goes with its task.
 */
@Repository
class PlayVoteTable {

    private final JdbcClient jdbc;

    PlayVoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of an open task. */
    record Vote(String play, String wording, boolean helped) {}

    record Count(String play, String wording, long votes, long helped) {}

    /** False when something was said of this task already; its row is not changed then. */
    boolean insertIfAbsent(String taskId, Vote vote) {
        return jdbc.sql("""
            insert into play_vote (task_id, play, wording, helped) values (?, ?, ?, ?) on conflict (task_id) do nothing
            """)
                        .params(taskId, vote.play(), vote.wording(), vote.helped())
                        .update()
                == 1;
    }

    /** What was said of this task, locked until the transaction ends. */
    Optional<Vote> lock(String taskId) {
        return jdbc.sql("select play, wording, helped from play_vote where task_id = ? for update")
                .param(taskId)
                .query(Vote.class)
                .optional();
    }

    void change(String taskId, Vote vote) {
        jdbc.sql("update play_vote set play = ?, wording = ?, helped = ? where task_id = ?")
                .params(vote.play(), vote.wording(), vote.helped(), taskId)
                .update();
    }

    void add(Vote vote) {
        jdbc.sql("""
            insert into play_count (play, wording, votes, helped) values (?, ?, 1, ?)
            on conflict (play, wording) do update
            set votes = play_count.votes + 1, helped = play_count.helped + excluded.helped
            """).params(vote.play(), vote.wording(), vote.helped() ? 1 : 0).update();
    }

    /** Takes back what was added. */
    void remove(Vote vote) {
        jdbc.sql("update play_count set votes = votes - 1, helped = helped - ? where play = ? and wording = ?")
                .params(vote.helped() ? 1 : 0, vote.play(), vote.wording())
                .update();
    }

    List<Count> counts() {
        return jdbc.sql("select play, wording, votes, helped from play_count where votes > 0")
                .query(Count.class)
                .list();
    }

    /** Forgets which vote was whose: of tasks that are not open any more. */
    int forgetClosed() {
        return jdbc.sql("""
            delete from play_vote v where not exists (select from task_item t where t.task_id = v.task_id)
            """).update();
    }
}
