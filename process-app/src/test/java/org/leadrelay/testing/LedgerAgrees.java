package org.leadrelay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.leadrelay.promise.proof.LedgerComparison;
import org.leadrelay.promise.proof.LedgerComparison.Difference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After every scenario the ledger, the engine's timers and the inbox agree about every lead on a
 * journey. Promises of leads without a journey (a test of the ledger alone) have no timers, and
 * what was wrong before the scenario is not its fault.
 */
class LedgerAgrees implements BeforeEachCallback, AfterEachCallback {

    private static final int MANY = 10_000;
    private static final String BEFORE = "differences before";

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put(BEFORE, new HashSet<>(differences(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Set<Difference> now = differences(context);
        now.removeAll((Set<?>) store(context).get(BEFORE));
        assertThat(now).as("where ledger, timers and inbox disagree").isEmpty();
    }

    private static Set<Difference> differences(ExtensionContext context) {
        ApplicationContext beans = SpringExtension.getApplicationContext(context);
        Set<String> journeys = beans.getBean(JdbcClient.class)
                .sql("select lead_id::text from journey_log where kind = 'started'")
                .query(String.class)
                .set();
        List<Difference> all = beans.getBean(LedgerComparison.class)
                .differences(beans.getBean(Clock.class).instant(), MANY);
        Set<Difference> known = new HashSet<>();
        all.stream().filter(each -> journeys.contains(each.leadId().toString())).forEach(known::add);
        return known;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(LedgerAgrees.class, context.getUniqueId()));
    }
}
