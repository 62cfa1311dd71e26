'use strict';

const { isBlank, rule } = require('../elements');

module.exports = rule(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'], gateway => {
  const outgoing = gateway.outgoing || [];
  if (outgoing.length < 2) {
    return [];
  }
  const problems = outgoing.filter(flow => isBlank(flow.name))
    .map(flow => `The outgoing flow ${flow.id} of a decision needs a name`);
  return (gateway.name || '').trim().endsWith('?')
    ? problems : ['The name of a decision is a question and ends with "?"', ...problems];
});
