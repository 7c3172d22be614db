package org.leadrelay.worklist;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Clause;
import org.leadrelay.notification.TaskHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adapter that tells the ladder who holds a lead's task. A clause belongs to the step that the charter in force
 * names for it; where the lead has no task of that step, its newest task counts.
 */
@Component
class HeldTasks implements TaskHolders {

    private static final String OF_THE_CLAUSE = """
         t.lead_id = :lead
         and (t.step = :step or not exists
             (select 1 from task_item o where o.lead_id = :lead and o.step = :step))
        """;

    private final JdbcClient jdbc;
    private final Charter charter;

    HeldTasks(JdbcClient jdbc, Charter charter) {
        this.jdbc = jdbc;
        this.charter = charter;
    }

    @Override
    public Optional<String> holder(UUID leadId, String clause) {
        return jdbc.sql("select t.assignee from task_item t where t.assignee is not null and"
                        + OF_THE_CLAUSE
                        + "order by t.created_at desc limit 1")
                .param("lead", leadId)
                .param("step", step(clause))
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> taskFor(UUID leadId, String clause, String login, Set<String> roles) {
        return jdbc.sql("select t.task_id from task_item t"
                        + " where (t.assignee = :login or t.assignee is null"
                        + " and t.role = any (:roles::text[])) and"
                        + OF_THE_CLAUSE
                        + "order by t.created_at desc limit 1")
                .param("lead", leadId)
                .param("step", step(clause))
                .param("login", login)
                .param("roles", roles.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> draftedBy(UUID leadId, String login) {
        return jdbc.sql("select task_id from task_draft where lead_id = ? and person = ? order by saved_at desc limit"
                        + " 1")
                .params(leadId, login)
                .query(String.class)
                .optional();
    }

    /** Empty for a clause that the charter in force does without. */
    private String step(String clause) {
        Clause agreed = charter.current().clauses().get(clause);
        return agreed == null ? "" : agreed.element();
    }
}
