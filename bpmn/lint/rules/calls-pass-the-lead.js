const { is, extensions } = require('./model');

/** A called process inherits nothing: without its key no message would find the lead in it. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) {
      return;
    }
    const passed = extensions(node, 'camunda:In');
    if (!passed.some(each => each.businessKey === '${leadId}')) {
      reporter.report(node.id, 'passes no business key: add <camunda:in businessKey="${leadId}" />');
    }
    if (!passed.some(each => each.source === 'leadId' && each.target === 'leadId')) {
      reporter.report(node.id, 'passes no leadId: add it to the in mappings');
    }
    if (passed.concat(extensions(node, 'camunda:Out')).some(each => each.variables)) {
      reporter.report(node.id, 'passes all variables: name the few that are needed');
    }
  }
});
