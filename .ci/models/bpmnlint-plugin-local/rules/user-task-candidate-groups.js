'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:UserTask'], task =>
  isBlank(task.get('camunda:candidateGroups')) ? ['A user task needs camunda:candidateGroups'] : []);
