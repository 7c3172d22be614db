const { is } = require('./model');

/** A repeating timer whose first firing is late silently loses the rest; only a process may start on a schedule. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:TimerEventDefinition') || !node.timeCycle) {
      return;
    }
    const event = node.$parent;
    if (!is(event, 'bpmn:StartEvent') || !is(event.$parent, 'bpmn:Process')) {
      reporter.report(event.id, 'repeats: use a ladder of single timers');
    }
  }
});
