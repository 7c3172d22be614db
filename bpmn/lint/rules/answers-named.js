const { isAny } = require('./model');

/** A decision asks a question: each of its outgoing flows carries an answer. */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, [ 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway' ]) || (node.outgoing || []).length < 2) {
      return;
    }
    node.outgoing
      .filter(flow => !(flow.name || '').trim())
      .forEach(flow => reporter.report(flow.id, 'is an answer without a name: write the answer on the flow'));
  }
});
