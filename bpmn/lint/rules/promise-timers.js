const { is } = require('./model');

const PROMISE = /^\$\{(due|remind)\.([a-z][A-Za-z]*)}$/;
const VARIABLE = /^\$\{[a-z][A-Za-z]*}$/;

/** A timer waits for a promise of the charter, a variable or a plain date; a task's own timers are of its clause. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:UserTask')) {
      const due = node.get('camunda:dueDate') || '';
      if (due.includes('{') && !/^\$\{due\./.test(due)) {
        reporter.report(node.id, 'has a due date that is no promise: write ${due.clause}');
      }
    }
    if (!is(node, 'bpmn:TimerEventDefinition')) {
      return;
    }
    const event = node.$parent;
    for (const kind of [ 'timeDate', 'timeDuration', 'timeCycle' ]) {
      const text = (node[kind] && node[kind].body || '').trim();
      const promise = PROMISE.exec(text);
      if (!/[$#]\{/.test(text)) {
        continue;
      }
      if (promise && kind !== 'timeDate') {
        reporter.report(event.id, 'a promise is a date, not a duration: use the timer type date');
      }
      if (promise && is(event, 'bpmn:StartEvent')) {
        reporter.report(event.id, 'a promise cannot start anything');
      }
      if (!promise && !VARIABLE.test(text)) {
        reporter.report(event.id, `${text}: write \${due.clause}, \${remind.clause} or one variable`);
      }
      const task = event.attachedToRef;
      if (task && is(task, 'bpmn:UserTask')
          && (!promise || task.get('camunda:dueDate') !== `\${due.${promise[2]}}`)) {
        reporter.report(event.id, `is not of the clause in the due date of ${task.id}`);
      }
    }
  }
});
