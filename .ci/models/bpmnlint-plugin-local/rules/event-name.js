'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:Event'], event => isBlank(event.name) ? ['An event needs a name'] : []);
