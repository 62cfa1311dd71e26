import { get } from '/vorgaenge/api.js';
import { element, field, formatDate, select, statusLine, table } from '/vorgaenge/dom.js';

/** The list of meetings by month: what is still to come first, then what has been, the latest first. */

const OVER = ['MINUTES_RELEASED', 'NO_QUORUM', 'CANCELLED'];
const main = document.querySelector('main');
const status = statusLine();
const results = element('div');
const body = select([['', 'alle Gremien']], '');
const state = select([['', 'alle'], ['open', 'nicht abgeschlossen']], '');
const month = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });
let meetings = [];

main.replaceChildren(element('div', { class: 'gl-view' }, element('h2', {}, 'Alle Sitzungen'),
  element('p', {}, 'Eine neue Sitzung plant das Gremienbüro in den ',
    element('a', { href: '/camunda/app/tasklist/' }, 'Aufgaben'), ' über „Prozess starten“, „Sitzung“. ',
    element('a', { href: '/sitzungskalender/' }, 'Zum Sitzungskalender des Jahres')),
  element('div', { class: 'search' }, field('Gremium', body), field('Stand', state)), status.node, results));
body.addEventListener('change', show);
state.addEventListener('change', show);
status.say('Bitte warten …');
try {
  meetings = await get('/api/meetings');
  const names = new Map(meetings.map((meeting) => [String(meeting.organizationId), meeting.organization]));
  body.append(...[...names].sort(([, one], [, other]) => one.localeCompare(other, 'de'))
    .map(([id, name]) => element('option', { value: id }, name)));
  // "/sitzungen/?gremium=12": those of one body.
  const wanted = new URLSearchParams(location.search).get('gremium');
  body.value = names.has(wanted) ? wanted : '';
  const states = new Map(meetings.map((meeting) => [meeting.state, meeting.stateLabel]));
  state.append(...[...states].map(([value, label]) => element('option', { value }, label)));
  show();
} catch (error) {
  status.fail(error);
}

function show() {
  const chosen = meetings.filter((meeting) => (!body.value || String(meeting.organizationId) === body.value)
    && (!state.value || (state.value === 'open' ? !OVER.includes(meeting.state) : meeting.state === state.value)));
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
  const coming = chosen.filter((meeting) => meeting.day >= today);
  const past = chosen.filter((meeting) => meeting.day < today).reverse();
  results.replaceChildren(...part('Kommende Sitzungen', coming), ...part('Vergangene Sitzungen', past));
  status.say(chosen.length ? `${chosen.length} ${chosen.length === 1 ? 'Sitzung' : 'Sitzungen'}`
    : 'Es wurde keine Sitzung gefunden.');
}

function part(title, list) {
  const months = [...new Set(list.map((meeting) => meeting.day.slice(0, 7)))];
  return list.length ? [element('h3', {}, title), ...months.flatMap((one) => {
    const name = month.format(new Date(`${one}-01T00:00:00Z`));
    return [element('h4', {}, name), table(`${title} im ${name}`,
      ['Tag', 'Beginn', 'Gremium', 'Art', 'Stand', 'Beraten'],
      list.filter((meeting) => meeting.day.startsWith(one)).map((meeting) => [
        element('a', { href: `/sitzung/?id=${meeting.id}` }, formatDate(meeting.day)), meeting.startTime,
        meeting.organization, meeting.kindLabel, meeting.stateLabel,
        meeting.items ? `${meeting.concluded} von ${meeting.items}` : '']))];
  })] : [];
}
