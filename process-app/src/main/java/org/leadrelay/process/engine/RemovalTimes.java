package org.leadrelay.process.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * History event producer that leaves it to {@link RemovalTimeSweep} to date the removal of an ended journey's history. The engine would
 * update all of its rows in the transaction that ends the journey.
 */
class RemovalTimes extends CacheAwareHistoryEventProducer {

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String root, Date removal) {
        if (keepsMore()) {
            super.addRemovalTimeToHistoricProcessInstances(root, removal);
        }
    }

    @Override
    protected void addRemovalTimeToHistoricDecisions(String root, Date removal) {
        if (keepsMore()) {
            super.addRemovalTimeToHistoricDecisions(root, removal);
        }
    }

    /** With each line of history the engine reads the definition's row again, which is known ({@link KnownProcessDefinitions}). */
    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        ProcessDefinitionEntity known =
                Context.getCommandContext().getProcessDefinitionManager().getCachedResourceDefinitionEntity(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }

    /** Than {@link OperationsHistoryLevel}: in tables that only the engine dates. */
    private static boolean keepsMore() {
        HistoryLevel level = Context.getProcessEngineConfiguration().getHistoryLevel();
        return level.getId() != OperationsHistoryLevel.ID;
    }
}
