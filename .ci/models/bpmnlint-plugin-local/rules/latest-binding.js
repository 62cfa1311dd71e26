'use strict';

const { rule } = require('../elements');

/** What an attribute with a reference must be bound to; without a binding the engine takes the latest, except for forms. */
const BINDINGS = [
  ['bpmn:CallActivity', 'calledElement', 'camunda:calledElementBinding'],
  ['bpmn:BusinessRuleTask', 'camunda:decisionRef', 'camunda:decisionRefBinding'],
  ['bpmn:StartEvent', 'camunda:formRef', 'camunda:formRefBinding']
];

module.exports = rule(BINDINGS.map(([type]) => type), element => {
  const [type, reference, binding] = BINDINGS.find(([candidate]) => element.$instanceOf(candidate));
  if (!element.get(reference)) {
    return type === 'bpmn:StartEvent' ? [] : [`${reference} is missing`];
  }
  return element.get(binding) === 'latest' ? [] : [`${binding} must be "latest"`];
});
