'use strict';

const { isAny } = require('../elements');

module.exports = () => ({
  check(element, reporter) {
    if (isAny(element, ['bpmn:Message']) && !/^[A-Z]/.test(element.name || '')) {
      reporter.report(element.id, 'The name of a message starts with a capital');
    }
    if (isAny(element, ['bpmn:MessageEventDefinition', 'bpmn:ReceiveTask']) && !element.messageRef) {
      reporter.report(element.id || element.$parent.id, 'A message event needs its message');
    }
  }
});
