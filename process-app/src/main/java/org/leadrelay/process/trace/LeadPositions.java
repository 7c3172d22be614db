package org.leadrelay.process.trace;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Journeys;
import org.leadrelay.platform.TransactionBound;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Read model update of where each lead stands and how it is rated, once a transaction: a token passes many
 * elements between two waits, and only the last is news.
 */
@Component
class LeadPositions {

    private final Journeys journeys;

    LeadPositions(Journeys journeys) {
        this.journeys = journeys;
    }

    void moved(UUID lead, String step, String name) {
        News news = pending().of(lead);
        news.step = step;
        news.name = name;
    }

    void rated(UUID lead, Map<String, Object> outputs) {
        pending().of(lead).ratings.putAll(outputs);
    }

    /** Closes the journey; what the tables found before must be on it, where it stood last is told no more. */
    void ended(UUID lead, String end) {
        News news = pending().byLead.remove(lead);
        if (news != null && !news.ratings.isEmpty()) {
            journeys.advanced(lead, news.ratings, null, null);
        }
        journeys.ended(lead, end);
    }

    private Pending pending() {
        return TransactionBound.of(this, Pending.class, () -> new Pending(this));
    }

    private static final class News {
        private @Nullable String step;
        private @Nullable String name;
        private final Map<String, Object> ratings = new HashMap<>();
    }

    private static final class Pending extends TransactionBound {

        private final Journeys journeys;
        private final Map<UUID, News> byLead = new LinkedHashMap<>();

        Pending(LeadPositions owner) {
            super(owner);
            this.journeys = owner.journeys;
        }

        News of(UUID lead) {
            return byLead.computeIfAbsent(lead, l -> new News());
        }

        /** Before the journey log's lines, whose lock is held last and for an instant only. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List.copyOf(byLead.keySet()).stream().sorted().forEach(this::settle);
        }

        void settle(UUID lead) {
            News news = byLead.remove(lead);
            if (news == null) {
                return;
            }
            journeys.advanced(lead, news.ratings, news.step, news.name);
        }
    }
}
