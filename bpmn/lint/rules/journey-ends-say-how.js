const { is, property } = require('./model');
const { ends: ENDS } = require('./contract');

/** Where the lead's own path ends, the end event says how; a side path ends nothing. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Process') || node.id !== 'lead-journey') {
      return;
    }
    const elements = node.flowElements || [];
    const interrupting = elements.filter(each => is(each, 'bpmn:SubProcess') && each.triggeredByEvent
      && each.flowElements.some(one => is(one, 'bpmn:StartEvent') && one.isInterrupting !== false));
    const main = new Set(interrupting.concat(node).flatMap(scope => endsOf(scope.flowElements)));
    const others = elements.filter(each => is(each, 'bpmn:SubProcess') && !interrupting.includes(each));
    for (const end of main) {
      const how = property(end, 'leadEnd');
      if (!ENDS.includes(how)) {
        reporter.report(end.id, `ends the lead's journey: add the property leadEnd with one of ${ENDS.join(', ')}`);
      }
    }
    interrupting.concat(others, node)
      .flatMap(scope => scope.flowElements)
      .filter(each => is(each, 'bpmn:EndEvent') && !main.has(each) && property(each, 'leadEnd'))
      .forEach(each => reporter.report(each.id, 'ends a side path only: remove the property leadEnd'));
  }
});

/** End events reached from the scope's start without passing a non-interrupting boundary event. */
function endsOf(elements) {
  const reached = new Set();
  const open = elements.filter(each => is(each, 'bpmn:StartEvent'));
  while (open.length) {
    const each = open.pop();
    if (reached.has(each)) {
      continue;
    }
    reached.add(each);
    open.push(...(each.outgoing || []).map(flow => flow.targetRef));
    open.push(...elements.filter(other => is(other, 'bpmn:BoundaryEvent')
      && other.attachedToRef === each && other.cancelActivity !== false));
  }
  return [ ...reached ].filter(each => is(each, 'bpmn:EndEvent'));
}
