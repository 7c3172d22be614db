// Every rule lets the good model pass and finds its own mistake, and no other rule finds it.
const test = require('node:test');
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { BpmnModdle } = require('bpmn-moddle');
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const plugin = require('bpmnlint-plugin-lead-relay');
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');

const GOOD = fs.readFileSync(path.join(__dirname, 'good.bpmn'), 'utf8');

/** rule, what is wrong, the piece of the good model, what stands there instead, the element found */
const MISTAKES = [
  [ 'answers-named', 'a flow without an answer', ' name="no"', '', 'Flow_No' ],
  [ 'calls-pass-the-lead', 'no business key', '<camunda:in businessKey="${leadId}" />', '', 'Activity_FollowUp' ],
  [ 'calls-pass-the-lead', 'Modeler\'s own business key', 'businessKey="${leadId}"', 'businessKey="#{execution.processBusinessKey}"', 'Activity_FollowUp' ],
  [ 'calls-pass-the-lead', 'no lead id', '<camunda:in source="leadId" target="leadId" />', '', 'Activity_FollowUp' ],
  [ 'calls-pass-the-lead', 'all variables', '<camunda:out source="outcome" target="outcome" />', '<camunda:out variables="all" />', 'Activity_FollowUp' ],
  [ 'fields-legal', 'a reserved id', 'id="note"', 'id="repId"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'the name of a step', 'id="note"', 'id="gatherFacts"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'the name of a listener', 'id="note"', 'id="pausePromises"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'an unknown type', 'label="Note" type="string"', 'label="Note" type="object"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'an unknown constraint', 'name="maxlength"', 'name="validator"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'an id that is no name', 'id="note"', 'id="My note"', 'Activity_QualifyLead' ],
  [ 'fields-legal', 'the same field twice', 'id="note"', 'id="outcome"', 'Activity_QualifyLead' ],
  [ 'ids-meaningful', 'a random tail', /Flow_Yes/g, 'Flow_1x2y3z4', 'Flow_1x2y3z4' ],
  [ 'ids-meaningful', 'another prefix', /Activity_FollowUp/g, 'Task_FollowUp', 'Task_FollowUp' ],
  [ 'ids-meaningful', 'a process id with capitals', 'id="lead-journey"', 'id="LeadJourney"', 'LeadJourney' ],
  [ 'journey-ends-say-how', 'an end without a word', '<camunda:property name="leadEnd" value="won" />', '', 'Event_Won' ],
  [ 'journey-ends-say-how', 'an end with another word', 'value="withdrawn"', 'value="gone"', 'Event_Withdrawn' ],
  [ 'journey-ends-say-how', 'a side path that ends the journey', '<bpmn:endEvent id="Event_Notified" name="Notice given">', '<bpmn:endEvent id="Event_Notified" name="Notice given"><bpmn:extensionElements><camunda:properties><camunda:property name="leadEnd" value="lost" /></camunda:properties></bpmn:extensionElements>', 'Event_Notified' ],
  [ 'no-code', 'a class', 'camunda:delegateExpression="${gatherFacts}"', 'camunda:delegateExpression="${gatherFacts}" camunda:class="x.Y"', 'Activity_GatherFacts' ],
  [ 'no-code', 'an expression', 'camunda:dueDate="${due.qualifyLead}"', 'camunda:dueDate="${due.qualifyLead}" camunda:expression="${x}"', 'Activity_QualifyLead' ],
  [ 'no-code', 'a shell', 'camunda:delegateExpression="${gatherFacts}"', 'camunda:delegateExpression="${gatherFacts}" camunda:type="shell"', 'Activity_GatherFacts' ],
  [ 'no-code', 'a topic', 'camunda:decisionRef="lead-matrix"', 'camunda:decisionRef="lead-matrix" camunda:topic="t"', 'Activity_ChooseRoute' ],
  [ 'no-code', 'a table with a result variable', 'camunda:decisionRef="lead-matrix"', 'camunda:decisionRef="lead-matrix" camunda:resultVariable="r"', 'Activity_ChooseRoute' ],
  [ 'no-code', 'a mapped result', 'camunda:decisionRef="lead-matrix"', 'camunda:decisionRef="lead-matrix" camunda:mapDecisionResult="resultList"', 'Activity_ChooseRoute' ],
  [ 'no-code', 'a script task', /serviceTask/g, 'scriptTask', 'Activity_GatherFacts', 'tables-follow-facts', 'steps-async' ],
  [ 'no-code', 'a delegate that is called', 'camunda:delegateExpression="${gatherFacts}"', 'camunda:delegateExpression="${gatherFacts.run()}"', 'Activity_GatherFacts', 'tables-follow-facts' ],
  [ 'no-code', 'a listener with a class', 'delegateExpression="${pausePromises}"', 'class="x.Y"', 'Activity_GatherFacts' ],
  [ 'no-code', 'a condition that calls', '${outcome == \'salesReady\'}', '${outcome.equals(\'salesReady\')}', 'Flow_Yes' ],
  [ 'no-repeating-timers', 'a cycle', '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration>', '<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/PT1H</bpmn:timeCycle>', 'Event_QuestionAsked' ],
  [ 'outcome-first', 'another field first', '<camunda:formField id="outcome" label="Outcome" type="enum">', '<camunda:formField id="first" label="First" type="date" /><camunda:formField id="outcome" label="Outcome" type="enum">', 'Activity_QualifyLead' ],
  [ 'outcome-first', 'no values', '<camunda:value id="salesReady" name="Sales-ready" />', '', 'Activity_QualifyLead' ],
  [ 'outcome-first', 'a value without a label', ' name="Sales-ready"', '', 'Activity_QualifyLead' ],
  [ 'promise-timers', 'a calculation', '>${due.qualifyLead}<', '>${due.qualifyLead + 1}<', 'Event_QualifyOverdue' ],
  [ 'promise-timers', 'another task\'s clause', '>${due.qualifyLead}<', '>${due.makeContact}<', 'Event_QualifyOverdue' ],
  [ 'promise-timers', 'a promise as a duration', /bpmn:timeDate/g, 'bpmn:timeDuration', 'Event_QualifyOverdue' ],
  [ 'promise-timers', 'a promise that starts', '>P3D<', '>${due.answerQuestion}<', 'Event_QuestionAsked' ],
  [ 'promise-timers', 'a due date that is no promise', 'camunda:dueDate="${due.answerQuestion}"', 'camunda:dueDate="${someDay}"', 'Activity_AnswerQuestion' ],
  [ 'role-is-lane', 'another role', 'camunda:candidateGroups="marketing" camunda:dueDate="${due.qualifyLead}"', 'camunda:candidateGroups="sales-rep" camunda:dueDate="${due.qualifyLead}"', 'Activity_QualifyLead' ],
  [ 'role-is-lane', 'another role in a sub-process', 'camunda:candidateGroups="marketing" camunda:dueDate="${due.answerQuestion}"', 'camunda:dueDate="${due.answerQuestion}"', 'Activity_AnswerQuestion' ],
  [ 'role-is-lane', 'no lane', '<bpmn:flowNodeRef>Activity_QualifyLead</bpmn:flowNodeRef>', '', 'Activity_QualifyLead' ],
  [ 'steps-async', 'a step in the caller\'s transaction', ' camunda:asyncBefore="true"', '', 'Activity_GatherFacts' ],
  [ 'tables-follow-facts', 'another step before', '${gatherFacts}', '${chooseRep}', 'Activity_ChooseRoute' ],
  [ 'tables-follow-facts', 'a transaction between', 'camunda:decisionRefBinding="deployment"', 'camunda:decisionRefBinding="deployment" camunda:asyncBefore="true"', 'Activity_ChooseRoute' ],
  [ 'tables-follow-facts', 'a fixed version', 'Binding="deployment"', 'Binding="version"', 'Activity_ChooseRoute' ]
];

test('every rule has a mistake that it finds', () => {
  const found = new Set(MISTAKES.map(([ rule ]) => rule));
  assert.deepEqual([ ...found ].sort(), Object.keys(plugin.rules).sort());
});

test('the good model passes every rule', async () => {
  assert.deepEqual(await lint(GOOD), []);
});

for (const [ rule, what, from, to, element, ...alsoFoundBy ] of MISTAKES) {
  test(`${rule} finds ${what}`, async () => {
    const bad = GOOD.replace(from, () => to);
    assert.notEqual(bad, GOOD, 'the mistake is not in the model');
    const found = (await lint(bad)).filter(each => !alsoFoundBy.includes(each.rule));
    assert.deepEqual([ ...new Set(found.map(each => each.rule)) ], [ rule ]);
    assert.ok(found.some(each => each.id === element), JSON.stringify(found));
  });
}

async function lint(xml) {
  const moddle = new BpmnModdle({ camunda });
  const { rootElement } = await moddle.fromXML(xml);
  const linter = new Linter({ resolver: new NodeResolver(), config: { extends: 'plugin:lead-relay/recommended' } });
  const results = await linter.lint(rootElement);
  return Object.entries(results).flatMap(([ rule, reports ]) =>
    reports.map(each => ({ rule: rule.replace('lead-relay/', ''), id: each.id, message: each.message })));
}
