import { element } from './dom.js';

const STATES = { past: 'erledigt', present: 'jetzt', future: 'kommt noch', dropped: 'entfallen' };

/**
 * What happened and what comes, in order. A step is { state, when, title, lines, links }: the state is a key of STATES
 * and stands there as a word, so that it takes no colour to see it.
 */
export function timeline(label, steps) {
  return element('ol', { class: 'gl-timeline', 'aria-label': label }, steps.map((step) =>
    element('li', { class: `gl-${step.state}`, 'aria-current': step.state === 'present' && 'step' },
      element('p', { class: 'gl-when' }, step.when || 'noch offen', ' ',
        element('span', { class: 'gl-state' }, STATES[step.state])),
      element('div', { class: 'gl-what' }, element('h4', {}, step.title),
        (step.lines ?? []).filter(Boolean).map((line) => element('p', {}, line)),
        step.links?.length > 0 && element('p', { class: 'gl-links' }, step.links)))));
}

/** Marks the first step that is not done yet as the present one. */
export function withPresent(steps) {
  const next = steps.find((step) => step.state === 'future');
  return steps.map((step) => step === next ? { ...step, state: 'present' } : step);
}
