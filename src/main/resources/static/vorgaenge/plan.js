import { get } from './api.js';
import { element, formatDate, section, statusLine, table } from './dom.js';

const HEADINGS = ['Gremium', 'Zuerst geplant', 'Jetzt möglich', 'Abzugeben bis', 'Sonst erst am'];

/** What is possible for a paper: whether its deadline is kept, what has to be handed in when, what would be faster. */
export function planSection(paperId) {
  const status = statusLine();
  const content = element('div');
  const whole = section('Terminplan', status.node, content);
  status.say('Bitte warten …');
  get(`/api/papers/${paperId}/plan`).then((plan) => {
    status.clear();
    content.replaceChildren(verdict(plan), element('details', { open: plan.meets === false },
      element('summary', {}, 'Abgabetage, Alternativen und Erfahrung'), stops(plan), ways(plan), forecast(plan)));
  }, (error) => {
    if (error.status === 404) {
      whole.remove();
    } else {
      status.fail(error);
    }
  });
  return whole;
}

function verdict(plan) {
  const kind = plan.meets === false ? 'gl-error' : plan.meets && plan.slackDays <= 7 ? 'gl-warning'
    : plan.meets ? 'gl-ok' : '';
  return element('p', { class: `gl-status ${kind}` }, plan.verdict);
}

function stops(plan) {
  return plan.stops.length > 0 && table('Stationen mit ihren Tagen', HEADINGS, plan.stops.map((stop) => [
    [stop.body, stop.critical && ' (bestimmt den Tag der Entscheidung)'].filter(Boolean),
    formatDate(stop.firstPlanned), stop.meeting ? formatDate(stop.meeting) : 'keine Sitzung bekannt',
    stop.submissionDay && submission(stop), formatDate(stop.ifLate)]));
}

function submission(stop) {
  const day = formatDate(stop.submissionDay) + (stop.cutoff ? `, ${stop.cutoff.slice(0, 5)} Uhr` : '');
  return stop.steps?.length ? element('details', {}, element('summary', {}, day),
    element('p', {}, [...stop.steps, stop.ground].join(' '))) : day;
}

function ways(plan) {
  return plan.alternatives.length ? [element('h4', {}, 'Was schneller ginge'),
    element('ul', {}, plan.alternatives.map((way) => element('li', {}, way.text, ' ',
      element('span', { class: 'gl-hint' }, `${way.ground}.`))))] : [];
}

function forecast({ forecast: expected, deadline, end }) {
  if (!expected || !end) {
    return [];
  }
  const chance = deadline ? [`Die Frist wird in ${Math.round(100 * expected.probability)} von 100 Fällen gehalten.`] : [];
  const days = expected.median ? [`In der Hälfte der Fälle ist bis zum ${formatDate(expected.median)} entschieden`
    + (expected.ninetyPercent ? `, in neun von zehn bis zum ${formatDate(expected.ninetyPercent)}.` : '.')] : [];
  return [element('h4', {}, 'Erfahrung mit früheren Vorlagen'), element('p', {}, [...chance, ...days].join(' ')),
    element('details', {}, element('summary', {}, 'Womit gerechnet ist'),
      element('ul', {}, expected.assumptions.map((assumption) => element('li', {}, assumption))))];
}
