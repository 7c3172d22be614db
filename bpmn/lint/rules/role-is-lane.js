const { is, laneOf } = require('./model');

/** Who works on a task is what the picture shows: its lane. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const lane = laneOf(node);
    const group = node.get('camunda:candidateGroups');
    if (!lane) {
      reporter.report(node.id, 'stands in no lane: put it into the lane of its role');
    } else if (group !== lane.name) {
      reporter.report(node.id, `has the candidate group ${group} in the lane ${lane.name}: write the lane's role`);
    }
  }
});
