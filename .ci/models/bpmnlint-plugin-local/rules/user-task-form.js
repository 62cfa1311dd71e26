'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:UserTask'], task =>
  isBlank(task.get('camunda:formRef')) || task.get('camunda:formRefBinding') !== 'latest'
    ? ['A user task needs camunda:formRef with camunda:formRefBinding "latest"'] : []);
