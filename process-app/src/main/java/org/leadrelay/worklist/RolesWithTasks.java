package org.leadrelay.worklist;

import java.util.Optional;
import org.leadrelay.access.RoleUse;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** References to roles by open tasks; such a role cannot be removed. */
@Component
class RolesWithTasks implements RoleUse {

    private static final Wording WORDING = Wording.of(RolesWithTasks.class);

    private final JdbcClient jdbc;

    RolesWithTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String role) {
        boolean has = jdbc.sql("select exists (select 1 from task_item where role = ?)")
                .param(role)
                .query(Boolean.class)
                .single();
        return has ? Optional.of(WORDING.text("roleHasTasks", role)) : Optional.empty();
    }
}
