package org.leadrelay.process.engine;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * History event producer that dates the removal of what {@link OperationsHistoryLevel} keeps when a journey ends. The engine
 * would update a dozen tables more, all of them empty.
 */
class RemovalTimes extends CacheAwareHistoryEventProducer {

    private static final Set<String> KEPT = Set.of(
            HistoricProcessInstanceEventEntity.class.getName(),
            HistoricIncidentEventEntity.class.getName(),
            UserOperationLogEntryEventEntity.class.getName());

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String root, Date removal) {
        if (keepsAll()) {
            super.addRemovalTimeToHistoricProcessInstances(root, removal);
        } else {
            Context.getCommandContext()
                    .getHistoricProcessInstanceManager()
                    .addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, removal, null, KEPT);
        }
    }

    @Override
    protected void addRemovalTimeToHistoricDecisions(String root, Date removal) {
        if (keepsAll()) {
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

    private static boolean keepsAll() {
        HistoryLevel level = Context.getProcessEngineConfiguration().getHistoryLevel();
        return level.getId() != OperationsHistoryLevel.ID;
    }
}
