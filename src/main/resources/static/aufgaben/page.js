import { get, send } from '/vorgaenge/api.js';
import { button, dayInput, element, field, formatDate, select, singleRunner, statusLine, table, textarea } from '/vorgaenge/dom.js';

/** All tasks that the person sees, to work on several at once. */

const TASKLIST = '/camunda/app/tasklist/default/#/?task=';
const main = document.querySelector('main');
const run = singleRunner();
const status = statusLine();
const outcomes = element('ul', { class: 'outcomes' });
const list = element('div');
const filter = element('input', { type: 'search', maxlength: 100 });
const whose = select([['', 'alle'], ['mine', 'meine'], ['free', 'noch von niemandem übernommen'],
  ['late', 'überfällig']], '');
const count = element('strong', { role: 'status' });
const panel = element('div', { class: 'gl-panel', hidden: true });
const chosen = new Set();
let tasks = [];
let visible = [];

const take = button('Übernehmen', () => act(take, '/api/my-tasks/claim', {}));
const give = button('Übergeben …', () => openGive(), { 'aria-expanded': 'false' });
const due = button('Frist setzen …', () => openDue(), { 'aria-expanded': 'false', hidden: true });

main.replaceChildren(element('h2', {}, 'Aufgabenliste'),
  element('p', {}, 'Wählen Sie mehrere Aufgaben aus, um sie gemeinsam zu übernehmen oder zu übergeben. Ein Klick auf '
    + 'die Aufgabe öffnet sie zum Bearbeiten.'),
  element('div', { class: 'search' }, field('Nummer, Betreff oder Aufgabe', filter), field('Welche Aufgaben', whose)),
  element('div', { class: 'bar' }, element('div', { class: 'gl-actions' }, count, take, give, due), panel),
  status.node, outcomes, list);
filter.addEventListener('input', show);
whose.addEventListener('change', show);
status.say('Bitte warten …');
load().then(() => status.clear(), (error) => status.fail(error));

async function load() {
  const listed = await get('/api/my-tasks');
  tasks = listed.tasks;
  due.hidden = !listed.maySetDue;
  [...chosen].filter((id) => tasks.every((task) => task.id !== id)).forEach((id) => chosen.delete(id));
  show();
  if (listed.more) {
    list.prepend(element('p', { class: 'gl-note' }, 'Es sind so viele Aufgaben, dass hier nur die dringendsten stehen.'));
  }
}

function show() {
  const words = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  visible = tasks.filter((task) => {
    const text = [task.number, task.subject, task.name, task.body, task.assignee].join(' ').toLowerCase();
    return words.every((word) => text.includes(word))
      && (!whose.value || (whose.value === 'mine' ? task.mine : whose.value === 'free' ? !task.assignee : task.overdue));
  });
  const seen = new Set(visible.map((task) => task.id));
  // What cannot be seen is not worked on.
  [...chosen].filter((id) => !seen.has(id)).forEach((id) => chosen.delete(id));
  if (!visible.length) {
    list.replaceChildren(element('p', {}, tasks.length ? 'Keine Aufgabe passt zu dieser Auswahl.'
      : 'Es liegt keine Aufgabe für Sie vor.'));
  } else {
    const all = element('input', { type: 'checkbox', 'aria-label': 'alle auswählen' });
    all.addEventListener('change', () => {
      visible.forEach((task) => all.checked ? chosen.add(task.id) : chosen.delete(task.id));
      list.querySelectorAll('td input').forEach((box) => {
        box.checked = all.checked;
      });
      counted();
    });
    list.replaceChildren(table('Aufgaben', [all, 'Aufgabe', 'Nummer', 'Betreff', 'Gremium', 'Frist', 'Bei'],
      visible.map(row)));
  }
  counted();
}

function row(task) {
  const box = element('input', {
    type: 'checkbox', checked: chosen.has(task.id),
    'aria-label': [task.name, task.number, task.subject].filter(Boolean).join(', ')
  });
  box.addEventListener('change', () => {
    if (box.checked) {
      chosen.add(task.id);
    } else {
      chosen.delete(task.id);
    }
    counted();
  });
  return [box, element('a', { href: TASKLIST + task.id }, task.name), task.number, task.subject, task.body,
    task.due && element('span', { class: task.overdue ? 'overdue' : null },
      formatDate(task.due) + (task.overdue ? ' (überfällig)' : '')),
    task.mine ? 'mir' : task.assignee];
}

function counted() {
  count.textContent = chosen.size === 1 ? '1 Aufgabe ausgewählt' : `${chosen.size} Aufgaben ausgewählt`;
  for (const one of [take, give, due]) {
    one.disabled = !chosen.size;
  }
  close();
}

function close() {
  panel.hidden = true;
  panel.replaceChildren();
  give.setAttribute('aria-expanded', 'false');
  due.setAttribute('aria-expanded', 'false');
}

function open(opener, ...content) {
  panel.replaceChildren(...content);
  panel.hidden = false;
  opener.setAttribute('aria-expanded', 'true');
  panel.querySelector('select, input, textarea')?.focus();
}

function openGive() {
  run(give, status, async () => {
    const query = [...chosen].map((id) => `task=${encodeURIComponent(id)}`).join('&');
    const colleagues = await get(`/api/my-tasks/colleagues?${query}`);
    status.clear();
    if (!colleagues.length) {
      throw new Error('Es gibt niemanden, der alle ausgewählten Aufgaben bearbeiten dürfte.');
    }
    const who = select([['', 'bitte wählen'], ...colleagues.map(({ id, name }) => [id, name])], '');
    const confirm = button('Übergeben', () => {
      if (!who.value) {
        status.fail(new Error('Bitte wählen Sie, wer die Aufgaben bekommen soll.'));
        who.focus();
        return;
      }
      act(confirm, '/api/my-tasks/assign', { colleague: who.value });
    }, { class: 'gl-button gl-primary' });
    open(give, field('An', who, 'Zur Wahl steht, wer zu einer Gruppe jeder ausgewählten Aufgabe gehört.'),
      element('div', { class: 'gl-actions' }, confirm, button('Abbrechen', close)));
  });
}

function openDue() {
  const day = dayInput(null, { required: true });
  const reason = textarea('', { maxlength: 1000, rows: 2, required: true });
  const confirm = button('Frist setzen', () => act(confirm, '/api/my-tasks/due',
    { due: day.value.trim(), reason: reason.value.trim() }), { class: 'gl-button gl-primary' });
  open(due, field('Neue Frist', day), field('Begründung', reason, 'Sie wird bei der Aufgabe vermerkt.'),
    element('div', { class: 'gl-actions' }, confirm, button('Abbrechen', close)));
}

/** Sends what is to be done and tells of each task what became of it. */
function act(trigger, path, more) {
  outcomes.replaceChildren();
  run(trigger, status, async () => {
    const answers = await send('POST', path, { tasks: [...chosen], ...more });
    const failed = answers.filter((answer) => !answer.done);
    const subjects = new Map(tasks.map((task) => [task.id, task.subject]));
    answers.filter((answer) => answer.done).forEach((answer) => chosen.delete(answer.id));
    await load();
    outcomes.replaceChildren(...answers.map((answer) => element('li', { class: answer.done ? null : 'failed' },
      `${[answer.task ?? 'Aufgabe', subjects.get(answer.id)].filter(Boolean).join(', ')}: ${answer.message}`)));
    const done = answers.length - failed.length;
    if (failed.length) {
      status.warn(`${done} von ${answers.length} erledigt; die anderen sind unverändert.`);
    } else {
      status.done(done === 1 ? '1 Aufgabe erledigt.' : `${done} Aufgaben erledigt.`);
    }
  });
}
