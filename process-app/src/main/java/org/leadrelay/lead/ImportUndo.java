package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undo of an import, lead by lead. A lead that it created and that nobody worked on is withdrawn
 * and gives up what identifies it, so that the corrected file begins afresh with this person; facts
 * that it changed about other leads go back. An objection stays one.
 */
@Service
public class ImportUndo {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Leads leads;
    private final UndoPlans plans;
    private final UndoFacts facts;
    private final FactTable store;
    private final FactDefinitions definitions;
    private final Withdrawals withdrawals;

    ImportUndo(
            JdbcClient jdbc,
            Clock clock,
            Leads leads,
            UndoPlans plans,
            UndoFacts facts,
            FactTable store,
            FactDefinitions definitions,
            Withdrawals withdrawals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leads = leads;
        this.plans = plans;
        this.facts = facts;
        this.store = store;
        this.definitions = definitions;
        this.withdrawals = withdrawals;
    }

    /** What would happen, in the order of the leads given. */
    @Transactional(readOnly = true)
    public List<UndoPlan> preview(UndoScope scope, List<ImportedLead> imported) {
        return plans.of(scope, imported).stream().map(UndoPlans.Drawn::plan).toList();
    }

    /**
     * Undoes what the import did to one lead, its row locked.
     *
     * @param reason why its journey ends, in words
     */
    @Transactional
    public UndoPlan undo(UndoScope scope, ImportedLead imported, String reason) {
        Lead lead = leads.locked(imported.leadId()).orElseThrow(() -> Visibility.missing(imported.leadId()));
        UndoPlans.Drawn drawn = plans.of(scope, List.of(imported)).get(0);
        UndoPlan plan = drawn.plan();
        List<String> back = facts.putBack(lead.id(), drawn.past(), plan.facts());
        if (!back.isEmpty()) {
            store.refresh(lead);
            leads.flush();
            back.forEach(name -> withdrawals.log(lead.id(), Kind.FACT_REVERTED, code(name)));
        }
        if (plan.withdraw()) {
            if (imported.created()) {
                release(lead);
            }
            withdrawals.withdraw(lead.id(), reason);
        }
        if (plan.withdraw() || !back.isEmpty()) {
            forgetRecord(lead.id(), scope);
        }
        return plan;
    }

    /** Nothing identifies the lead any more, and it may not be reached. */
    private void release(Lead lead) {
        jdbc.sql("delete from lead_identity where lead_id = ?").param(lead.id()).update();
        jdbc.sql("""
            delete from duplicate_case
            where state = 'open' and capture is null and ? in (lead_a, lead_b)
            """).param(lead.id()).update();
        lead.undo(clock.instant());
        leads.flush();
    }

    /** The same row of a corrected file is no longer the record of last time. */
    private void forgetRecord(UUID leadId, UndoScope scope) {
        jdbc.sql("delete from lead_record where lead_id = ? and origin = ?")
                .params(leadId, scope.origin())
                .update();
    }

    private Map<String, String> code(String name) {
        boolean named = Field.of(name).isPresent() || definitions.find(name).isPresent();
        return Map.of("field", named ? name : "attribute");
    }
}
