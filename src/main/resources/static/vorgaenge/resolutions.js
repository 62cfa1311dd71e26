import { get } from './api.js';
import { element, formatDate, section } from './dom.js';

/** What the resolutions on a paper oblige to; nothing as long as there are none. Is filled once the answer is there. */
export function resolutionsOf(paper) {
  const place = element('div', {});
  if (paper.consultations.some((station) => station.effect?.startsWith('DECIDED'))) {
    get(`/api/papers/${paper.id}/resolutions`).then((duties) => {
      if (duties.length) {
        place.replaceChildren(section('Umsetzung', duties.map(dutyOf)));
      }
    }, (error) => place.replaceChildren(section('Umsetzung', element('p', { class: 'gl-note' }, error.message))));
  }
  return place;
}

function dutyOf(duty) {
  const facts = [['Stand', duty.overdue ? `${duty.stateLabel}, überfällig` : duty.stateLabel],
    ['Punkte', duty.points], ['Zuständig', duty.office], ['Bedingung', duty.condition],
    ['Vollziehbar ab', formatDate(duty.enforceableFrom)], ['Umzusetzen bis', formatDate(duty.dueOn)],
    ['Zwischenbericht', duty.intervalMonths && (duty.intervalMonths === 1 ? 'jeden Monat'
      : `alle ${duty.intervalMonths} Monate`)],
    ['Öffentlichkeit', duty.publicDuty ? 'öffentlich' : 'intern'], ['Begründung', duty.reason],
    ['Umgesetzt am', formatDate(duty.doneOn)], ['Nachweis', duty.evidence]];
  return element('article', { class: 'gl-result' },
    element('h4', {}, `${duty.body} · ${formatDate(duty.decidedOn)}`),
    element('dl', { class: 'gl-facts' }, facts.filter(([, value]) => value).map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, String(value))))),
    duty.reports.length > 0 && element('ul', {}, duty.reports.map((report) =>
      element('li', {}, `${[formatDate(report.day), report.by].filter(Boolean).join(', ')}: ${report.text}`))));
}
