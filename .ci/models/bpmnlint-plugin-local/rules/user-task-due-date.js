'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:UserTask'], task =>
  isBlank(task.get('camunda:dueDate')) ? [] : ['The due date of a user task stands in task-periods.dmn, not in the model']);
