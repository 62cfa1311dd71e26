import { element, formatDate, section } from '/vorgaenge/dom.js';

const BADGES = { AHEAD: '', OVERDUE: 'gl-late', SETTLED: 'gl-settled', PASSED: '' };

/** One day of the project; how it came about is folded out on demand, or at once. */
export function deadline(one, open = false) {
  return element('details', { class: 'gl-deadline', open },
    element('summary', {}, element('span', { class: 'gl-when' }, formatDate(one.date)), ' ', one.label,
      one.about && ` (${one.about})`,
      element('span', { class: `gl-badge ${BADGES[one.state]}` }, one.stateLabel)),
    one.steps.length > 0 && element('ol', {}, one.steps.map((step) => element('li', {}, step))),
    element('p', {}, `Grundlage: ${one.ground}`));
}

/** Every day of the project, the next first, and how each that still comes has come about. */
export function showDeadlines({ project }) {
  return listed(project, true);
}

/** The same to be taken in at a glance. */
export function listDeadlines({ project }) {
  return listed(project, false);
}

function listed(project, open) {
  const ahead = project.deadlines.filter((one) => one.state === 'AHEAD' || one.state === 'OVERDUE');
  const over = project.deadlines.filter((one) => !ahead.includes(one)).reverse();
  return [
    section('Was noch kommt', ahead.length ? ahead.map((one) => deadline(one, open))
      : element('p', {}, 'Es steht keine Frist mehr aus.')),
    over.length > 0 && section('Was war', over.map((one) => deadline(one)))
  ];
}
