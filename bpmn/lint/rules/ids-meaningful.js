const { is } = require('./model');

const PREFIXES = [
  [ 'bpmn:Activity', 'Activity' ],
  [ 'bpmn:Event', 'Event' ],
  [ 'bpmn:Gateway', 'Gateway' ],
  [ 'bpmn:SequenceFlow', 'Flow' ],
  [ 'bpmn:Lane', 'Lane' ],
  [ 'bpmn:Participant', 'Participant' ],
  [ 'bpmn:Message', 'Message' ],
  [ 'bpmn:Error', 'Error' ],
  [ 'bpmn:Escalation', 'Escalation' ]
];

/** Ids are the contract of migration and audit: Modeler's prefix, then words instead of its random tail. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      if (!/^[a-z]+(-[a-z]+)*$/.test(node.id)) {
        reporter.report(node.id, 'is no process id in kebab-case, such as lead-journey');
      }
      return;
    }
    const known = PREFIXES.find(([ type ]) => is(node, type));
    if (known && !new RegExp(`^${known[1]}_[A-Z][A-Za-z0-9]*$`).test(node.id)) {
      reporter.report(node.id, `needs an id of ${known[1]}_ and words, such as ${known[1]}_QualifyLead`);
    }
  }
});
