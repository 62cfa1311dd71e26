'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:Process'], process =>
  ['camunda:historyTimeToLive', 'camunda:versionTag'].filter(name => isBlank(process.get(name)))
    .map(name => `A process needs ${name}`));
