'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:UserTask'], task =>
  isBlank(task.get('camunda:dueDate')) ? ['A user task needs camunda:dueDate'] : []);
