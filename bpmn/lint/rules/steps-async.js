const { isAny } = require('./model');

/** What the product does by itself runs in a job of its own, which is tried again when it fails. */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, [ 'bpmn:ServiceTask', 'bpmn:SendTask' ]) && !node.get('camunda:asyncBefore')) {
      reporter.report(node.id, 'is not asynchronous before: tick "Before" under asynchronous continuations');
    }
  }
});
