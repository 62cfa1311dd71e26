import { get, send } from '/vorgaenge/api.js';
import { button, element, singleRunner, statusLine } from '/vorgaenge/dom.js';
import { calendarSection } from './calendars.js';

/** Where everybody sets when they want mail about their tasks, and makes links to calendars. */

const MODES = [
  ['AT_ONCE', 'Sofort', 'Eine Nachricht für jede Aufgabe, die neu in Ihrer Gruppe ist oder Ihnen zugewiesen wird.'],
  ['DAILY', 'Einmal am Tag', 'Morgens eine Nachricht mit allem, was überfällig, heute fällig, wieder vorgelegt oder neu ist.'],
  ['NONE', 'Keine', 'Keine Nachrichten; Ihre Aufgaben sehen Sie in der Aufgabenliste.']
];
const LIST_READERS = ['amtsleitung', 'camunda-admin'];
const main = document.querySelector('main');
const status = statusLine();
const run = singleRunner();
status.say('Bitte warten …');
main.replaceChildren(element('div', { class: 'gl-view' }, status.node));
try {
  const [setting, session, calendars, bodies] = await Promise.all([get('/api/settings/mail'), get('/api/session'),
    get('/api/settings/calendars'), get('/api/organizations')]);
  show(setting, session.groups.some((group) => LIST_READERS.includes(group)), calendarSection(calendars, bodies));
} catch (error) {
  status.fail(error);
}

function show({ mode, address }, readsList, calendars) {
  const choices = MODES.map(([value, label, help]) => element('div', { class: 'gl-field gl-check' },
    element('input', { type: 'radio', name: 'mode', id: `mode-${value}`, value, checked: value === mode,
      'aria-describedby': `mode-${value}-hint` }),
    element('label', { for: `mode-${value}` }, label),
    element('span', { class: 'gl-hint', id: `mode-${value}-hint` }, help)));
  const save = button('Speichern', () => run(save, status, async () => {
    const chosen = main.querySelector('input[name=mode]:checked').value;
    await send('PUT', '/api/settings/mail', { mode: chosen });
    status.done('Gespeichert.');
  }), { class: 'gl-button gl-primary' });
  status.clear();
  main.replaceChildren(element('div', { class: 'gl-view' }, element('h2', {}, 'Nachrichten per E-Mail'),
    element('p', {}, address ? `Nachrichten gehen an ${address}.`
      : 'Für Sie ist keine E-Mail-Adresse hinterlegt. Bitte wenden Sie sich an die Administration.'),
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Wann möchten Sie Nachrichten über Ihre Aufgaben bekommen?'), choices),
    element('p', {}, save), status.node, calendars,
    readsList && element('p', {}, element('a', { href: '/wochenliste/' }, 'Zur Wochenliste der offenen und überfälligen Aufgaben'))));
}
