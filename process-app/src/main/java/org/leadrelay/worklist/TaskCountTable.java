package org.leadrelay.worklist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Maintained counter of the open tasks: the sum of signed rows, which triggers of {@code task_item} add to within
 * each transaction and a sweep compacts. Writers never wait for each other.
 */
@Repository
class TaskCountTable {

    /** More rows of one kind than this are summed up; fewer are read as they are. */
    private static final int FEW = 16;

    private static final String KIND = "role, step, definition_id, name, assignee, waiting, due_day";

    private static final String KIND_OF_TASK =
            "role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day";

    private final JdbcClient jdbc;

    TaskCountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces many rows of one kind, and those that add up to nothing, by their sum, in one statement: readers see the
     * rows or the sum. Idempotent, also on two nodes at once.
     *
     * @return how many rows were summed up
     */
    int compact() {
        return jdbc.sql("with many as (select " + KIND + " from task_count group by " + KIND
                        + " having count(*) > :few or sum(n) = 0), gone as (delete from task_count c using many m"
                        + " where (c.role, c.step, c.definition_id, c.name, c.waiting, c.due_day)"
                        + " = (m.role, m.step, m.definition_id, m.name, m.waiting, m.due_day)"
                        + " and c.assignee is not distinct from m.assignee returning c.*),"
                        + " summed as (insert into task_count select " + KIND + ", sum(n) from gone group by " + KIND
                        + " having sum(n) <> 0)"
                        + " select count(*) from gone")
                .param("few", FEW)
                .query(Integer.class)
                .single();
    }

    /**
     * Counts anew from the tasks themselves; nobody may change a task meanwhile.
     *
     * @return how many kinds were counted wrongly
     */
    int recount() {
        jdbc.sql("lock table task_count in exclusive mode").update(); // a compaction under way would be counted twice
        int wrong = jdbc.sql("select count(*) from (select " + KIND + " from (select " + KIND_OF_TASK
                        + ", 1 as n from task_item union all select " + KIND + ", -n from task_count) each group by "
                        + KIND + " having sum(n) <> 0) differing")
                .query(Integer.class)
                .single();
        if (wrong > 0) {
            jdbc.sql("delete from task_count").update();
            jdbc.sql("insert into task_count select " + KIND_OF_TASK + ", count(*) from task_item group by " + KIND)
                    .update();
        }
        return wrong;
    }
}
