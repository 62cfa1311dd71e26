import { get, send } from '/vorgaenge/api.js';
import { element, field, select, singleRunner, statusLine, textarea } from '/vorgaenge/dom.js';

/** Begins a paper ("/neu/") or a funded project ("/neu/?art=projekt") and opens its first task. */

const ENGINE = '/camunda/api/engine/engine/default';
const TASKLIST = '/camunda/app/tasklist/default/';
const main = document.querySelector('main');
const run = singleRunner();
const status = statusLine();

main.replaceChildren(element('h2', {}, 'Neu anlegen'), status.node);
try {
  const choices = await get('/api/start');
  const project = new URLSearchParams(location.search).get('art') === 'projekt';
  const views = [
    choices.mayStartPaper && ['Vorlage', '/neu/', !project],
    choices.mayStartProject && ['Förderprojekt', '/neu/?art=projekt', project]].filter(Boolean);
  const nav = element('nav', { class: 'gl-toolbar', 'aria-label': 'Was angelegt wird' },
    views.map(([label, href, current]) => element('a',
      { href, class: 'gl-button', 'aria-current': current ? 'page' : null }, label)));
  const may = project ? choices.mayStartProject : choices.mayStartPaper;
  main.replaceChildren(element('h2', {}, project ? 'Förderprojekt anlegen' : 'Vorlage anlegen'), nav,
    may ? (project ? projectForm(choices) : paperForm(choices))
      : element('p', {}, `${project ? 'Ein Förderprojekt' : 'Eine Vorlage'} anzulegen ist Ihrer Gruppe nicht erlaubt.`),
    ...(may ? [] : [status.node]));
  main.querySelector('form select, form input')?.focus();
} catch (error) {
  status.fail(error);
}

function paperForm(choices) {
  const type = select([['', 'bitte wählen'], ...choices.paperTypes.map(({ name }) => [name, name])], '',
    { required: true });
  const typeHint = element('p', { class: 'gl-hint', role: 'status' });
  const changed = element('input', { type: 'text', maxlength: 100, list: 'vorlagen' });
  const known = element('datalist', { id: 'vorlagen' });
  const title = element('span', { class: 'gl-hint', role: 'status' });
  const changedField = element('div', { hidden: true },
    field('Vorlage, die geändert werden soll', changed, 'Nummer oder ein Wort aus dem Betreff, z. B. 3141/2019'), known,
    title);
  const subject = textarea('', { required: true, maxlength: 500, rows: 2 });
  const office = officeField(choices);
  let latest = 0;

  type.addEventListener('change', () => {
    const chosen = choices.paperTypes.find(({ name }) => name === type.value);
    typeHint.textContent = chosen ? `Eine solche Vorlage ${chosen.hint}.` : '';
    changedField.hidden = chosen?.path !== 'AMENDMENT';
  });
  changed.addEventListener('input', async () => {
    const current = ++latest;
    title.textContent = '';
    const typed = changed.value.trim();
    if (typed.length < 3) {
      return;
    }
    try {
      const { hits } = await get(`/api/search?kind=PAPER&q=${encodeURIComponent(typed)}`);
      const papers = hits.filter((hit) => hit.number)
        .map((hit) => [hit.number, hit.title.map(({ text }) => text).join('')]);
      if (current === latest) {
        known.replaceChildren(...papers.map(([number, name]) => element('option', { value: number }, name)));
        title.textContent = papers.find(([number]) => number === typed)?.[1] ?? '';
      }
    } catch {
      // Only suggestions: the server checks the number that is sent.
    }
  });
  return startForm('paper', [
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Was soll entstehen?'),
      field('Art der Vorlage', type), typeHint, changedField,
      field('Betreff', subject, 'So steht er auf der Tagesordnung; höchstens 500 Zeichen.')),
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Wer ist zuständig?'), office.node)], () => [
    [type, 'type', 'Bitte wählen Sie die Art der Vorlage.'],
    ...(changedField.hidden ? [] : [[changed, 'superordinatedPaper',
      'Bitte geben Sie die Nummer der Vorlage an, die geändert werden soll.']]),
    [subject, 'subject', 'Bitte geben Sie den Betreff an.'],
    [office.input, 'leadOffice', 'Bitte geben Sie die federführende Dienststelle an.']],
  'Vorlage anlegen', '/vorgaenge/index.html');
}

function projectForm(choices) {
  const name = element('input', { type: 'text', required: true, maxlength: 500 });
  const programme = element('input', { type: 'text', required: true, maxlength: 500, list: 'programme' });
  const grantor = element('input', { type: 'text', maxlength: 500 });
  const idea = textarea('', { maxlength: 4000, rows: 3 });
  const target = element('input', { type: 'text', maxlength: 500 });
  const day = { type: 'text', maxlength: 10, placeholder: 'TT.MM.JJJJ', inputmode: 'numeric' };
  const from = element('input', day);
  const until = element('input', day);
  const office = officeField(choices);
  return startForm('funded-project', [
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Worum geht es?'),
      field('Name des Projekts', name, 'z. B. Einwanderung gestalten NRW'),
      field('Worum es geht', idea, 'zwei, drei Sätze; sie stehen später im Antrag'),
      field('Zielgruppe', target, 'z. B. neu zugewanderte Menschen')),
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Wer fördert, und wann?'),
      field('Förderprogramm', programme, 'Seine Regeln gelten für Fristen und Nachweise.'),
      element('datalist', { id: 'programme' }, choices.programmes.map((value) => element('option', { value }))),
      field('Bewilligungsbehörde', grantor, 'z. B. Bezirksregierung Arnsberg; kann offen bleiben'),
      field('Geplanter Beginn', from), field('Geplantes Ende', until)),
    element('fieldset', { class: 'gl-fieldset' }, element('legend', {}, 'Wer ist zuständig?'), office.node)], () => [
    [name, 'name', 'Bitte geben Sie den Namen des Projekts an.'],
    [idea, 'idea'], [target, 'targetGroup'],
    [programme, 'programme', 'Bitte geben Sie das Förderprogramm an.'],
    [grantor, 'grantor'], [from, 'plannedFrom'], [until, 'plannedUntil'],
    [office.input, 'leadOffice', 'Bitte geben Sie die federführende Dienststelle an.']],
  'Förderprojekt anlegen', '/foerderung/');
}

function officeField(choices) {
  const input = element('input',
    { type: 'text', required: true, maxlength: 500, list: 'dienststellen', value: choices.ownOffice ?? '' });
  return {
    input,
    node: element('div', {}, field('Federführende Dienststelle', input, choices.ownOffice
      ? 'Vorbelegt mit Ihrer eigenen Dienststelle; andere stehen in der Liste.'
      : 'Die Dienststellen stehen in der Liste; bei Anträgen auch eine Fraktion.'),
    element('datalist', { id: 'dienststellen' }, choices.offices.map((value) => element('option', { value }))),
    element('p', { class: 'gl-hint' }, `Kommune: ${choices.municipality}`))
  };
}

/** A form that starts a process; each entry is an input, its name and what is said if it must not be empty. */
function startForm(process, content, entries, label, otherwise) {
  const submit = element('button', { type: 'submit', class: 'gl-button gl-primary' }, label);
  const form = element('form', { novalidate: true, class: 'gl-form' }, content,
    element('div', { class: 'gl-actions' }, submit, status.node));
  // What was wrong is no longer so once somebody goes on typing.
  form.addEventListener('input', () => status.clear());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(submit, status, async () => {
      const variables = {};
      for (const [input, name, missing] of entries()) {
        const value = input.value.trim();
        if (!value && missing) {
          input.focus();
          throw new Error(missing);
        }
        if (value) {
          variables[name] = { value };
        }
      }
      const begun = await send('POST', `${ENGINE}/process-definition/key/${process}/submit-form`, { variables });
      status.done('Angelegt. Die erste Aufgabe wird geöffnet …');
      const tasks = await get(`${ENGINE}/task?processInstanceId=${begun.id}`).catch(() => []);
      location.assign(tasks.length ? `${TASKLIST}#/?task=${tasks[0].id}` : otherwise);
      // Until the browser has left, a second click finds the button at rest.
      await new Promise(() => {});
    });
  });
  return form;
}
