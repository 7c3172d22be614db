package org.leadrelay.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.lead.Journeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who hears of a promise that is running out or broken, rung by rung: first the person at the task,
 * then those the ladder names. When the moment comes is the charter's word, not the ladder's.
 */
@Service
@Transactional
public class Ladder {

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Journeys journeys;
    private final ObjectProvider<TaskHolders> holders;
    private final Clock clock;

    Ladder(
            JdbcClient jdbc,
            Notices notices,
            Journeys journeys,
            ObjectProvider<TaskHolders> holders,
            Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.journeys = journeys;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * Tells everyone on the rung that belongs to this moment.
     *
     * @param overdue true when the promise is broken, false for a reminder before that
     */
    public void climb(UUID leadId, String clause, boolean overdue) {
        String moment = overdue ? "overdue" : "remind";
        Set<String> told = new LinkedHashSet<>();
        for (String whom : rung(clause, moment)) {
            switch (whom) {
                case "holder" -> holder(leadId, clause).ifPresent(told::add);
                case "owner" -> holder(leadId, clause).or(() -> owner(leadId)).ifPresent(told::add);
                default -> told.addAll(notices.having(whom));
            }
        }
        notices.tell(told, key(leadId, clause, moment), leadId, moment, clause);
    }

    private List<String> rung(String clause, String moment) {
        return jdbc.sql(
                        """
                        select whom from ladder_rung
                        where moment = :moment
                          and clause = case when exists
                                  (select 1 from ladder_rung where clause = :clause)
                              then :clause else 'any' end
                        order by whom
                        """)
                .param("moment", moment)
                .param("clause", clause)
                .query(String.class)
                .list();
    }

    private Optional<String> holder(UUID leadId, String clause) {
        TaskHolders tasks = holders.getIfAvailable();
        return tasks == null ? Optional.empty() : tasks.holder(leadId, clause);
    }

    private Optional<String> owner(UUID leadId) {
        return journeys.ownerOf(leadId);
    }

    /** The same moment of the same promise is told once; the next promise of the clause again. */
    private String key(UUID leadId, String clause, String moment) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return "%s:%s:%s:%s".formatted(leadId, clause, moment, minute);
    }
}
