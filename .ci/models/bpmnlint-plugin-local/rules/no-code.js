'use strict';

const { isAny } = require('../elements');

/** Java class names and scripts do not belong into a model: an analyst cannot read them and the engine must not run them. */
module.exports = () => ({
  check(element, reporter) {
    const holder = nearestWithId(element);
    if (isAny(element, ['bpmn:ScriptTask', 'camunda:Script'])) {
      reporter.report(holder, 'A script has no place in a model');
    }
    if (element.$instanceOf('bpmn:FormalExpression') && element.get('language')) {
      reporter.report(holder, 'A condition is written in the expression language, not as a script');
    }
    if (element.class || element.get('camunda:class')) {
      reporter.report(holder, 'camunda:class has no place in a model; use camunda:delegateExpression');
    }
  }
});

function nearestWithId(element) {
  return element.id || !element.$parent ? element.id : nearestWithId(element.$parent);
}
