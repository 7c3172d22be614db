package org.leadrelay.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Memory of the variables with which the tests' own processes ended: the engine's history keeps none. */
@TestComponent
public final class EndedProcesses extends AbstractProcessEnginePlugin {

    private final Map<String, String> processOfTask = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> variables = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Remembering())));
    }

    Map<String, Object> variablesAfter(String taskId) {
        String process = processOfTask.get(taskId);
        Map<String, Object> found = process == null ? null : variables.get(process);
        if (found == null) {
            throw new AssertionError("the process of task " + taskId + " has not ended");
        }
        return found;
    }

    private final class Remembering extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            if (!process.getKey().startsWith("lead-")) {
                process.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution ->
                        variables.put(execution.getProcessInstanceId(), new HashMap<>(execution.getVariables())));
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(
                            TaskListener.EVENTNAME_COMPLETE,
                            task -> processOfTask.put(task.getId(), task.getProcessInstanceId()));
        }
    }
}
