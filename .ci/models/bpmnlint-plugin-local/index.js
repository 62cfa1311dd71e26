'use strict';

/** The project's own rules; src/test/java/de/gremienlauf/model/ModelRulesTest.java checks the same by the same names. */
const names = [
  'user-task-form',
  'user-task-candidate-groups',
  'user-task-due-date',
  'user-task-documentation',
  'delegate-expression',
  'no-code',
  'id-prefix',
  'event-name',
  'split-question',
  'process-attributes',
  'latest-binding',
  'message-name'
];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(names.map(name => [name, 'error']))
    }
  },
  rules: Object.fromEntries(names.map(name => [name, `./rules/${name}`]))
};
