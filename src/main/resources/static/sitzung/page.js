import { get } from '/vorgaenge/api.js';
import { button, element, formatDate, formatDateTime, statusLine } from '/vorgaenge/dom.js';
import { agendaList } from './agenda.js';
import { attendance } from './attendance.js';
import { background } from './background.js';
import { documents } from './documents.js';
import { itemView } from './item.js';
import { objections } from './objections.js';
import { office } from './office.js';
import { session } from './session.js';
import { shortcuts } from './shortcuts.js';
import { openStore } from './store.js';

/** The page of one meeting: "/sitzung/?id=12". */

const LOGIN_URL = '/camunda/app/tasklist/';
const main = document.querySelector('main');
const meetingId = Number(new URLSearchParams(location.search).get('id'));
let bodies = [];
let store;
let agenda;
let view;
let bar;
let people;
let course;
let files;
let bureau;
let raised;

async function start() {
  const status = statusLine();
  main.replaceChildren(status.node);
  if (!meetingId) {
    status.fail(new Error('Die Adresse nennt keine Sitzung.'));
    return;
  }
  let user;
  try {
    user = (await get('/api/session')).user;
    sessionStorage.setItem('gremienlauf.person', user);
  } catch (error) {
    user = error.status === 0 ? sessionStorage.getItem('gremienlauf.person') : null;
    if (!user) {
      status.fail(error);
      return;
    }
  }
  status.say('Bitte warten …');
  store = openStore(meetingId, user, (error) => error ? status.fail(error) : update());
  get('/api/organizations').then((known) => {
    bodies = known;
    update();
  }).catch(() => {});
}

function build() {
  const meeting = store.meeting;
  agenda = agendaList(store, (itemId) => view.show(itemId), () => view.focus('result'));
  raised = objections(store);
  view = itemView(store, { bodies: () => bodies, conclude, object: () => raised.show() });
  people = attendance(store, () => agenda.selected);
  course = session(store, () => agenda.selected, () => raised.show());
  files = documents(meetingId);
  bureau = office(store, () => bodies);
  bar = headBar(meeting);
  main.replaceChildren(bar.node, element('div', { class: 'columns' }, agenda.node, view.node),
    suggestions('ergebnisse', meeting.phrases), suggestions('abstimmungen', meeting.votes), help.node, people.node,
    course.node, files.node, raised.node, bureau.node);
  agenda.update();
  const first = meeting.items.find((item) => item.open && item.kind !== 'STANDING') ?? meeting.items[0];
  if (first) {
    agenda.select(first.id);
  } else {
    view.show(null);
  }
  agenda.node.focus({ preventScroll: true });
}

function suggestions(id, texts) {
  return element('datalist', { id }, texts.map((text) => element('option', { value: text })));
}

function update() {
  if (!store?.meeting) {
    return;
  }
  if (!agenda) {
    build();
  }
  agenda.update();
  view.update();
  bar.update();
  if (people.node.open) {
    people.update();
  }
}

function headBar(meeting) {
  const title = element('h2', {}, `${meeting.organization}, ${formatDate(meeting.day)}`);
  const facts = element('p', { class: 'facts' });
  const progress = element('p', { class: 'progress' });
  const quorum = element('p', { class: 'quorum', role: 'status', 'aria-live': 'polite' });
  const saved = element('p', { class: 'saved', role: 'status', 'aria-live': 'polite' });
  const editor = element('p', { class: 'editor', role: 'status', 'aria-live': 'polite' });
  const alerts = element('div', { class: 'alerts' });
  const takeOver = button('Übernehmen', () => store.takeOver().then(() => view.focus('result'))
    .catch((error) => say(alerts, 'gl-error', error.message)), { class: 'gl-button gl-primary' });
  const behind = background(store);
  const finding = element('p', { class: 'finding' });
  const arrange = button('Anmelden, verlegen, absagen …', () => bureau.show(), { class: 'gl-button gl-small' });
  const node = element('div', { class: 'bar' }, element('div', { class: 'line' }, title, facts),
    element('div', { class: 'line' }, progress, quorum, editor, takeOver, saved,
      (meeting.mayWrite || meeting.attendance.length > 0)
        && button('Anwesenheit (F9)', () => people.show(), { class: 'gl-button gl-small' }),
      meeting.mayWrite && button('Ablauf (F10)', () => course.show(), { class: 'gl-button gl-small' }),
      arrange, button('Dokumente', () => files.show(), { class: 'gl-button gl-small' }),
      button('Tastenkürzel (?)', () => help.show(), { class: 'gl-button gl-small' })),
    finding, behind.node, alerts);
  document.title = `${meeting.organization}, ${formatDate(meeting.day)} | Gremienlauf`;
  let shown = '';

  function update() {
    const now = store.meeting;
    const signature = JSON.stringify([now, store.queue, store.connected, store.sessionEnded, store.writing]);
    if (signature === shown) {
      return;
    }
    shown = signature;
    set(facts, [now.kindLabel, now.startTime && `${now.startTime} Uhr`, now.location, now.stateLabel,
      now.originalDay && now.originalDay !== now.day && `verlegt vom ${formatDate(now.originalDay)}`,
      now.changeReason && `Grund: ${now.changeReason}`,
      now.openedAt && `eröffnet ${formatDateTime(now.openedAt)}`].filter(Boolean).join(' · '));
    const counted = now.items.filter((item) => item.kind !== 'STANDING'
      && ['ON_AGENDA', 'REQUESTED', 'CONCLUDED'].includes(item.state));
    set(quorum, quorumText(now.quorum));
    quorum.title = now.quorum.explanation;
    set(progress, `${counted.filter((item) => !item.open).length} von ${counted.length} ${
      counted.length === 1 ? 'Punkt' : 'Punkten'} beraten`);
    set(editor, editorText(now));
    takeOver.hidden = !now.mayWrite || store.writing || Boolean(now.minutesReleasedOn);
    set(saved, savedText());
    set(finding, now.invitationFinding ?? '');
    arrange.hidden = !now.mayArrange || !now.cancellable;
    behind.update();
    warn(now);
  }

  function quorumText(now) {
    const numbers = now.needed === null ? '' : `: ${now.present} von ${now.statutory} da, nötig ${now.needed}`;
    return now.incapacityEstablished ? 'beschlussunfähig (festgestellt)'
      : !now.attendanceKept && now.needed !== null ? `Anwesenheit nicht erfasst, nötig ${now.needed}`
        : !now.reached && now.needed === null ? 'Beschlussfähigkeit nicht berechenbar'
          : `${now.reached ? 'beschlussfähig' : 'zu wenige anwesend'}${numbers}`;
  }

  function editorText(now) {
    if (now.minutesReleasedOn) {
      return '';
    }
    if (store.writing) {
      return now.minutesSigned ? 'Niederschrift steht fest' : 'Sie schreiben';
    }
    const other = now.editor;
    return !other ? (now.mayWrite ? 'Niemand schreibt' : 'Sie lesen mit')
      : `${other.name} schreibt${other.gone ? ' (ohne Verbindung)' : ''}`;
  }

  function savedText() {
    const waiting = store.waiting;
    return !store.writing ? '' : waiting === 0 ? 'Alles gespeichert'
      : store.connected ? 'Wird gespeichert …' : `${waiting} ${waiting === 1 ? 'Eingabe' : 'Eingaben'} zu senden`;
  }

  function warn(now) {
    const unsent = [...store.queue, ...(store.writing ? [] : store.left())];
    const refused = store.queue.filter((entry) => entry.state !== 'waiting' && store.writing);
    const lines = [
      store.sessionEnded && [ 'gl-warning', 'Ihre Anmeldung ist abgelaufen. Ihre Eingaben sind auf diesem Gerät'
        + ' gespeichert. ', element('a', { href: LOGIN_URL, target: '_blank' }, 'Neu anmelden')],
      !store.connected && !store.sessionEnded
        && ['gl-warning', 'Keine Verbindung: Eingaben sind auf diesem Gerät gespeichert und werden nachgesendet.'],
      !store.writing && unsent.length > 0 && now.mayWrite && ['gl-warning',
        `${unsent.length === 1 ? 'Eine Eingabe' : `${unsent.length} Eingaben`} von Ihnen ${unsent.length === 1
          ? 'ist' : 'sind'} noch nicht gespeichert. `,
        button('Übernehmen und speichern', () => store.takeOver().catch(() => {}), { class: 'gl-button gl-small' }),
        ' ', button('Verwerfen', () => store.dropAll(), { class: 'gl-button gl-small' }), unsentList(unsent)],
      ...refused.filter((entry) => !entry.item).map((entry) => ['gl-error',
        `${entry.label}: ${entry.message} `,
        button('Verwerfen', () => store.drop(entry), { class: 'gl-button gl-small' })]),
      refused.some((entry) => entry.item) && ['gl-error', 'Bitte klären: ', refused.map((entry) => entry.item)
        .filter((itemId, i, all) => itemId && all.indexOf(itemId) === i)
        .map((itemId) => button(store.item(itemId)?.number ?? store.item(itemId)?.title ?? 'Punkt', () => {
          agenda.select(itemId);
          view.focus('result');
        }, { class: 'gl-button gl-small' }))]
    ].filter(Boolean);
    alerts.replaceChildren(...lines.map(([kind, ...content]) =>
      element('div', { class: `gl-status ${kind}`, role: 'status' }, content.flat())));
  }

  return { node, update };
}

function unsentList(entries) {
  return element('ul', {}, entries.filter((entry) => entry.field).slice(0, 5).map((entry) =>
    element('li', {}, `${store.item(entry.item)?.number ?? ''} „${entry.now.slice(0, 200)}“`)));
}

function set(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

function say(node, kind, text) {
  node.replaceChildren(element('p', { class: `gl-status ${kind}`, role: 'alert' }, text));
}

async function conclude() {
  const itemId = agenda.selected;
  const item = store.item(itemId);
  if (!store.writing || !item?.open) {
    return;
  }
  view.finish();
  const outcome = store.act(`/api/items/${itemId}/conclude`, { item: itemId, label: 'Ergebnis festhalten' });
  view.say('Wird festgehalten …');
  if ((await outcome).outcome === 'refused') {
    view.say('');
    view.focus('result');
    return;
  }
  view.forget(item.consultationId);
  if (agenda.selected === itemId) {
    const next = agenda.nextOpen();
    if (next !== null) {
      agenda.select(next);
      view.focus('result');
    } else {
      agenda.node.focus();
    }
  }
}

const help = shortcuts([
  ['↑ ↓', 'in der Tagesordnung: voriger, nächster Punkt'],
  ['Eingabe', 'in der Tagesordnung: Punkt bearbeiten'],
  ['Alt + ↑ ↓', 'überall: voriger, nächster Punkt, im selben Feld'],
  ['Strg + Eingabe', 'Ergebnis festhalten und weiter zum nächsten offenen Punkt'],
  ['Esc', 'zurück zur Tagesordnung'],
  ['F2', 'zur Tagesordnung'],
  ['F4', 'zum Ergebnis'],
  ['F8', 'zum Text der Niederschrift'],
  ['F9', 'Anwesenheit; dort K gekommen, G gegangen, E entschuldigt, Z zurücknehmen, B befangen, A alle da'],
  ['F10', 'Ablauf: eröffnen, erweitern, anderer Teil, beenden'],
  ['?', 'diese Liste (außerhalb der Eingabefelder)']
]);

addEventListener('keydown', (event) => {
  if (!agenda || document.querySelector('dialog[open]')) {
    return;
  }
  const typing = event.target.matches?.('input:not([type=checkbox]), textarea, select');
  const step = event.altKey && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const field = view.focusedField;
    agenda.step(step);
    if (field) {
      view.focus(field);
    }
  } else if (event.ctrlKey && event.key === 'Enter') {
    conclude();
  } else if (event.key === 'F2' || event.key === 'Escape' && view.node.contains(event.target)) {
    agenda.node.focus();
  } else if (event.key === 'F4') {
    view.focus('result');
  } else if (event.key === 'F8') {
    view.focus('minutesText');
  } else if (event.key === 'F9' && (store.meeting.mayWrite || store.meeting.attendance.length > 0)) {
    people.show();
  } else if (event.key === 'F10' && store.meeting.mayWrite) {
    course.show();
  } else if (event.key === '?' && !typing) {
    help.show();
  } else {
    return;
  }
  event.preventDefault();
});

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  (agenda?.node ?? main).focus();
});
navigator.serviceWorker?.register('/sitzung/sw.js').catch(() => {});
start();
