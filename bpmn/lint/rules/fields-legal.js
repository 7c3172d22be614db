const { is, fields } = require('./model');
const contract = require('./contract');

const TYPES = contract.fieldTypes;
const CONSTRAINTS = contract.fieldConstraints;
const TAKEN = [ ...contract.reservedFields, ...contract.listeners, ...contract.delegates ];

/** Fields become variables: their types, constraints and names are limited. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const seen = new Set();
    for (const field of fields(node)) {
      const say = message => reporter.report(node.id, `field ${field.id}: ${message}`);
      if (seen.has(field.id)) {
        say('stands twice in the form');
      }
      seen.add(field.id);
      if (!/^[a-z][A-Za-z0-9]*$/.test(field.id || '')) {
        say('write the id in camelCase');
      }
      if (TAKEN.includes(field.id)) {
        say('the id is used by the product itself: choose another');
      }
      if (!TYPES.includes(field.type)) {
        say(`type ${field.type} is unknown: use ${TYPES.join(', ')}`);
      }
      const constraints = field.validation && field.validation.constraints || [];
      constraints
        .filter(each => !CONSTRAINTS.includes(each.name))
        .forEach(each => say(`constraint ${each.name} is unknown: use ${CONSTRAINTS.join(', ')}`));
    }
  }
});
