package org.leadrelay.lead;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reader of what a lead's {@link Pitch} is composed of: signals, facts, and how marketing qualified it last. */
@Component
class PitchReader {

    /** Facts under the names that files and systems give them. */
    private static final List<String> FACTS =
            List.of("companySize", "industry", "Industry", "title", "seniority", "source");

    private final JdbcClient jdbc;
    private final LeadSignals signals;
    private final Clock clock;

    PitchReader(JdbcClient jdbc, LeadSignals signals, Clock clock) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.clock = clock;
    }

    /** In the language of the current request. */
    String of(UUID leadId, Map<String, StoredFact> facts, @Nullable String source) {
        Map<String, String> known = new HashMap<>();
        for (String name : FACTS) {
            StoredFact fact = facts.get(name);
            if (fact != null) {
                known.putIfAbsent(name.equals("Industry") ? "industry" : name, fact.value());
            }
        }
        if (source != null) {
            known.put("source", source);
        }
        return new Pitch(Wording.language(), clock.instant())
                .sentence(new Pitch.Known(
                        signals.since(leadId, clock.instant().minus(Pitch.MEMORY)), answers(leadId), known));
    }

    /** The codes of the last qualification; the journey log keeps them with the line of its task. */
    private Map<String, String> answers(UUID leadId) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("""
            select answer.key, answer.value from (
                select details from journey_log
                where lead_id = ? and kind = ? and details like '%"authority"%' order by seq desc limit 1) last,
                jsonb_each_text(last.details::jsonb) answer
            """).params(leadId, Kind.TASK_COMPLETED.code()).query(row -> {
            answers.put(row.getString("key"), row.getString("value"));
        });
        return answers;
    }
}
