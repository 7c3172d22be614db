package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.opening.DecisionEvaluator;
import org.leadrelay.redesign.Releases;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the table in force makes of a rejection: which track, and how long a rest. */
@ProductTest
class RecyclingTableTest {

    private static final String TABLE = "recycling";

    @Autowired
    DecisionEvaluator evaluator;

    @Autowired
    Releases releases;

    @ParameterizedTest(name = "{0}, learned {1}, decides {2} {3}: {4} after {5}")
    @CsvSource({
        // no time of buying mends these
        "wrongPerson,    ,                 now,     decides,  evaluation,   P14D",
        "changedPerson,  ,                 now,     decides,  evaluation,   P14D",
        "wrongContact,   ,                 now,     ,         awareness,    P7D",
        "noContact,      ,                 now,     ,         reactivation, P14D",
        "noNeed,         ,                 now,     decides,  awareness,    P60D",
        "notOurCustomer, ,                 now,     decides,  awareness,    P90D",
        "wrongPerson,    ,                 quarter, ,         evaluation,   P14D",
        "wrongContact,   ,                 later,   ,         awareness,    P7D",
        "noNeed,         ,                 year,    ,         awareness,    P60D",
        "notOurCustomer, futureProject,    now,     ,         awareness,    P90D",
        // what was learned says when there will be a need
        "noNeed,         futureProject,    ,        ,         reactivation, P60D",
        "noNeed,         boundElsewhere,   ,        ,         reactivation, P180D",
        // whoever was rejected as too early does not decide now
        "tooEarly,       ,                 now,     decides,  evaluation,   P30D",
        "noDecision,     ,                 now,     decides,  evaluation,   P30D",
        "noBudget,       ,                 now,     decides,  reactivation, P90D",
        "other,          ,                 now,     decides,  evaluation,   P3D",
        ",               ,                 now,     decides,  evaluation,   P3D",
        "other,          ,                 now,     ,         evaluation,   P3D",
        "other,          ,                 now,     collects, evaluation,   P7D",
        // a later time does not contradict them
        "tooEarly,       ,                 quarter, ,         evaluation,   P30D",
        "tooEarly,       ,                 year,    ,         reactivation, P120D",
        "noBudget,       ,                 later,   ,         awareness,    P180D",
        "tooEarly,       needsInformation, now,     ,         evaluation,   P3D",
        "tooEarly,       futureProject,    ,        ,         reactivation, P60D",
        "other,          ,                 ,        ,         reactivation, P30D"
    })
    void the_reason_comes_before_a_time_of_buying_where_that_mends_nothing(
            @Nullable String reason,
            @Nullable String learned,
            @Nullable String timeline,
            @Nullable String decider,
            String track,
            String cooling) {
        // given
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("timeline", timeline);
        facts.put("decider", decider);
        facts.put("interest", null);
        facts.put("lapsLeft", 2L);
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("rejectionReason", reason);
        known.put("learned", learned);
        known.put("facts", facts);
        known.put("lap", 1L);

        // then
        assertThat(answer("track", known)).isEqualTo(track);
        assertThat(answer("cooling", known)).isEqualTo(cooling);
        assertThat(answer("recycle", known)).isEqualTo("true");
    }

    private String answer(String output, Map<String, @Nullable Object> known) {
        int version = Objects.requireNonNull(releases.current().tables().get(TABLE));
        return evaluator.answer(TABLE, version, output, known).orElseThrow();
    }
}
