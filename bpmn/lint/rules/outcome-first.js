const { is, fields } = require('./model');

/** The outcome's values are the buttons under the form. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const first = fields(node)[0];
    if (!first || first.id !== 'outcome' || first.type !== 'enum' || !(first.values || []).length) {
      reporter.report(node.id, 'needs the enum "outcome" with its values as its first form field');
    } else if (first.values.some(value => !(value.name || '').trim())) {
      reporter.report(node.id, 'has an outcome without a label: it would be an empty button');
    }
  }
});
