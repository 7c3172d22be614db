const { is, bean } = require('./model');

/** Facts live for one transaction: a table is reached from ${gatherFacts} directly, or through other tables. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:BusinessRuleTask')) {
      return;
    }
    const before = (node.incoming || []).map(flow => flow.sourceRef);
    if (!before.length || !before.every(gives)) {
      reporter.report(node.id, 'is not reached from a ${gatherFacts} step: put one directly before it');
    }
    if (node.get('camunda:asyncBefore')) {
      reporter.report(node.id, 'is asynchronous: the facts would be gone');
    }
    if (![ 'deployment', 'latest' ].includes(node.get('camunda:decisionRefBinding'))) {
      reporter.report(node.id, 'binds its table to neither deployment nor latest');
    }
  }
});

function gives(step) {
  return !step.get('camunda:asyncAfter')
    && (is(step, 'bpmn:BusinessRuleTask') || bean(step.get('camunda:delegateExpression')) === 'gatherFacts');
}
