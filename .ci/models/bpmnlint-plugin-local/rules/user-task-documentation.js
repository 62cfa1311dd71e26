'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:UserTask'], task =>
  (task.documentation || []).every(documentation => isBlank(documentation.text))
    ? ['A user task needs a documentation: one German sentence on what is to be done'] : []);
