const { is, extensions, bean } = require('./model');

const FORBIDDEN = [ 'class', 'expression', 'type', 'topic', 'resultVariable', 'mapDecisionResult' ];

/** A model holds no code: what runs is a registered delegate, named and nothing else. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:ScriptTask')) {
      reporter.report(node.id, 'is a script: use a service task with a registered delegate');
    }
    if (is(node, 'bpmn:FlowNode')) {
      FORBIDDEN
        .filter(name => Object.hasOwn(node, name) || Object.hasOwn(node.$attrs, 'camunda:' + name))
        .forEach(name => reporter.report(node.id, `camunda:${name} is not allowed: use a delegate expression or a table`));
    }
    const runs = is(node, 'bpmn:ServiceTask') || is(node, 'bpmn:SendTask');
    if (runs && !bean(node.get('camunda:delegateExpression'))) {
      reporter.report(node.id, 'names no delegate: write exactly ${name}');
    }
    if (is(node, 'bpmn:FlowElement')) {
      [ 'camunda:ExecutionListener', 'camunda:TaskListener' ]
        .flatMap(type => extensions(node, type))
        .filter(each => !bean(each.delegateExpression) || each.script || each.class || each.expression)
        .forEach(() => reporter.report(node.id, 'has a listener that names no delegate: write exactly ${name}'));
    }
    if (is(node, 'bpmn:SequenceFlow') && node.conditionExpression) {
      const { language, body } = node.conditionExpression;
      if (language || !/^\$\{[^(){}]+}$/.test(body || '')) {
        reporter.report(node.id, 'has a condition with a script or a call: compare variables in ${...}');
      }
    }
  }
});
