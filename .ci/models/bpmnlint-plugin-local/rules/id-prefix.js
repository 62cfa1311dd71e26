'use strict';

const { isAny } = require('../elements');

/** Prefix by type; the first type that fits counts. */
const PREFIXES = [
  ['bpmn:StartEvent', 'StartEvent'],
  ['bpmn:EndEvent', 'EndEvent'],
  ['bpmn:BoundaryEvent', 'BoundaryEvent'],
  ['bpmn:Event', 'Event'],
  ['bpmn:CallActivity', 'CallActivity'],
  ['bpmn:SubProcess', 'SubProcess'],
  ['bpmn:Task', 'Task'],
  ['bpmn:Gateway', 'Gateway'],
  ['bpmn:SequenceFlow', 'Flow'],
  ['bpmn:Message', 'Message']
];

module.exports = () => ({
  check(element, reporter) {
    const found = PREFIXES.find(([type]) => isAny(element, [type]));
    if (found && !new RegExp(`^${found[1]}_[A-Z][A-Za-z0-9_]*$`).test(element.id)) {
      reporter.report(element.id, `The id begins with "${found[1]}_" and goes on with a capital`);
    }
  }
});
