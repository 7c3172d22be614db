package org.leadrelay.process.trace;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.leadrelay.lead.KnownElement;
import org.springframework.stereotype.Component;

/** Parse listener that adds the product's listeners to every element of every model. */
@Component
public class ModelTracing extends AbstractBpmnParseListener {

    private final StepTrace steps;
    private final TaskTrace tasks;
    private final RuleTrace rules;
    private final EndTrace ends;
    private final WaitTrace waits;
    private final AnswerTrace answers;
    private final VerdictTrace verdicts;

    ModelTracing(
            StepTrace steps,
            TaskTrace tasks,
            RuleTrace rules,
            EndTrace ends,
            WaitTrace waits,
            AnswerTrace answers,
            VerdictTrace verdicts) {
        this.steps = steps;
        this.tasks = tasks;
        this.rules = rules;
        this.ends = ends;
        this.waits = waits;
        this.answers = answers;
        this.verdicts = verdicts;
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl timerActivity) {
        Deadline.remember(timer, timerActivity);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element timer, ActivityImpl timerActivity) {
        Deadline.remember(timer, timerActivity);
    }

    @Override
    public void parseEndEvent(Element endEvent, ScopeImpl scope, ActivityImpl activity) {
        EndTrace.remember(endEvent, activity);
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        EventGatewayFlow.remember(root, processes);
        for (ProcessDefinitionEntity process : processes) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, steps.started());
            MainPath.mark(process);
            watch(process);
        }
    }

    private void watch(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, steps.entered());
            special(activity);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, steps.left());
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                ((TransitionImpl) flow).addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, steps.taken());
            }
            watch(activity);
        }
    }

    private void special(ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            TaskDefinition definition = behavior.getTaskDefinition();
            for (String event : new String[] {
                TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE
            }) {
                definition.addBuiltInTaskListener(event, tasks);
            }
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, verdicts);
            if (KnownElement.ANSWER_HAND_OFF.id().equals(activity.getId())) {
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, answers);
            }
        }
        switch (String.valueOf(activity.getProperty("type"))) {
            case "businessRuleTask" -> {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, rules.guard());
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, rules.outcome());
            }
            case "eventBasedGateway" -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, waits);
            default -> {}
        }
        if (EndTrace.endOf(activity) != null) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, ends);
        }
    }
}
