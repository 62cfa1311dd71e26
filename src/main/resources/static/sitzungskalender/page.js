import { get } from '/vorgaenge/api.js';
import { element, formatDate, statusLine, table } from '/vorgaenge/dom.js';

/** The meetings of a year: a line for each body, a column for each month. */

const MONTHS = ['Jan', 'Feb', 'März', 'April', 'Mai', 'Juni', 'Juli', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];
const main = document.querySelector('main');
const status = statusLine();
const content = element('div');

main.replaceChildren(element('div', { class: 'gl-view' }, status.node, content));
window.addEventListener('hashchange', load);
load();

async function load() {
  status.say('Bitte warten …');
  try {
    const wanted = /^#(\d{4})$/.exec(location.hash)?.[1];
    show(await get(`/api/year-calendar${wanted ? `?year=${wanted}` : ''}`));
    status.clear();
  } catch (error) {
    content.replaceChildren();
    status.fail(error);
  }
}

function show({ year, meetings, recesses }) {
  const bodies = [...new Set(meetings.map((meeting) => meeting.body))].sort((one, other) => one.localeCompare(other, 'de'));
  content.replaceChildren(...[element('h2', {}, `Sitzungskalender ${year}`),
    element('p', {}, element('a', { href: `#${year - 1}` }, String(year - 1)), ' · ',
      element('a', { href: `#${year + 1}` }, String(year + 1)), ' · ',
      element('a', { class: 'gl-button', href: `/api/year-calendar.pdf?year=${year}` }, 'Als PDF'), ' ',
      element('a', { href: '/einstellungen/' }, 'Im eigenen Kalender abonnieren')),
    recesses.length > 0 && element('p', {}, 'Ratsferien: ', recesses.map((recess) =>
      `${formatDate(recess.firstDay)} bis ${formatDate(recess.lastDay)}`).join(', ')),
    bodies.length > 0 ? table(`Sitzungen ${year} nach Gremium und Monat`, ['Gremium', ...MONTHS], bodies.map((body) => [
      body, ...MONTHS.map((_, month) => days(meetings.filter((meeting) => meeting.body === body
        && Number(meeting.day.slice(5, 7)) === month + 1)))]))
      : element('p', {}, 'Für dieses Jahr sind keine Sitzungen geplant.')].filter(Boolean));
}

function days(meetings) {
  return meetings.flatMap((meeting, index) => [index > 0 && ' ', element('a', {
    href: `/sitzung/?id=${meeting.id}`, title: [formatDate(meeting.day), meeting.time && `${meeting.time} Uhr`,
      meeting.location, meeting.cancelled && 'abgesagt'].filter(Boolean).join(', ')
  }, meeting.cancelled ? element('del', {}, day(meeting)) : day(meeting))]).filter(Boolean);
}

function day(meeting) {
  return `${Number(meeting.day.slice(8, 10))}.`;
}
