package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Localized names of tasks: what the model calls the step, in the language of the current request. */
@Component
class TaskNames {

    private final ModelNames names;

    TaskNames(ModelNames names) {
        this.names = names;
    }

    /**
     * @param row with {@code definition_id}, {@code step} and {@code name}, which stands where no model knows the step
     */
    String of(ResultSet row) throws SQLException {
        return names.in(row.getString("definition_id"))
                .step(row.getString("step"), row.getString("name"), Wording.language());
    }

    /** The same of a task that is over, of which only the step was kept. */
    String ofDone(ResultSet row) throws SQLException {
        return names.inForce().step(row.getString("step"), row.getString("name"), Wording.language());
    }
}
