'use strict';

const { isBlank, rule } = require('../elements');

const OTHER_WAYS = ['camunda:class', 'camunda:expression', 'camunda:type', 'camunda:topic'];

module.exports = rule(['bpmn:ServiceTask', 'bpmn:SendTask'], task =>
  isBlank(task.get('camunda:delegateExpression')) || OTHER_WAYS.some(name => task.get(name))
    ? ['A service task is implemented by camunda:delegateExpression and nothing else'] : []);
