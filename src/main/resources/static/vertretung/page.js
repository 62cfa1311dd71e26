import { get, remove, send } from '/vorgaenge/api.js';
import { button, dayInput, element, field, formatDate, select, singleRunner, statusLine, table } from '/vorgaenge/dom.js';

/** Who is absent and who acts meanwhile: one's own absence, those of others for who may, in two chains. */

const PATH = '/api/absences';
const CHAINS = [['ADMINISTRATION', 'Verwaltung: Aufgaben, Mitzeichnung, Zeichnung'], ['CHAIR', 'Vorsitz eines Gremiums']];
const DAY = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$/;

const main = document.querySelector('main');
const status = statusLine();
const list = element('div');
const editor = element('div');
const represented = element('div');
const run = singleRunner();
const choices = {};
let calendar;

main.replaceChildren(element('div', { class: 'gl-view' }, element('h2', {}, 'Vertretung'),
  element('p', {}, 'Während einer Abwesenheit sieht die Vertretung die Aufgaben der abwesenden Person im Filter '
    + '„In Vertretung“ und kann sie erledigen; wer abwesend ist, behält sie. Ist auch die Vertretung abwesend, '
    + 'handelt deren Vertretung.'),
  represented, status.node, editor, list));
status.say('Bitte warten …');
try {
  for (const [chain] of CHAINS) {
    choices[chain] = await get(`${PATH}/choices?chain=${chain}`);
  }
  await reload();
  status.clear();
  await edit();
} catch (error) {
  status.fail(error);
}

async function reload() {
  calendar = await get(PATH);
  represented.replaceChildren(...(calendar.represented.length ? [element('p', { class: 'gl-note' },
    `Sie vertreten heute: ${calendar.represented.join(', ')}.`)] : []));
  list.replaceChildren(
    ...part('Heute abwesend', calendar.absences.filter((absence) => absence.current), 'Heute ist niemand abwesend.'),
    ...part('Demnächst abwesend', calendar.absences.filter((absence) => !absence.current), 'Es ist nichts eingetragen.'));
}

function part(title, absences, none) {
  return [element('h3', {}, title), absences.length ? table(title,
    ['Wer', 'Von', 'Bis', 'Vertretung', 'Gilt für', 'Ändern'], absences.map((absence) => [
      absence.personName, formatDate(absence.firstDay), formatDate(absence.lastDay), deputy(absence), scope(absence),
      absence.mayChange && element('div', { class: 'gl-row-actions' },
        button('Ändern', () => edit(absence),
          { class: 'gl-button gl-small', 'aria-label': `Abwesenheit von ${absence.personName} ändern` }),
        button(absence.current ? 'Beenden' : 'Zurücknehmen', (event) => revoke(event, absence),
          { class: 'gl-button gl-small', 'aria-label':
            `Abwesenheit von ${absence.personName} ${absence.current ? 'beenden' : 'zurücknehmen'}` }))]))
    : element('p', {}, none)];
}

function deputy(absence) {
  if (!absence.deputyName) {
    return 'niemand';
  }
  return !absence.current || absence.acting === absence.deputyName ? absence.deputyName
    : `${absence.deputyName}, auch abwesend; es handelt ${absence.acting ?? 'niemand'}`;
}

function scope(absence) {
  if (absence.chain === 'CHAIR') {
    return absence.scopeName ? `Vorsitz: ${absence.scopeName}` : 'Vorsitz in allen Gremien';
  }
  return absence.scopeName ? `nur ${absence.scopeName}` : 'alle Aufgaben';
}

async function revoke(event, absence) {
  const question = absence.current ? `Die Abwesenheit von ${absence.personName} beenden?`
    : `Die Abwesenheit von ${absence.personName} zurücknehmen?`;
  if (window.confirm(question)) {
    await run(event.currentTarget, status, async () => {
      await remove(`${PATH}/${absence.id}`);
      await reload();
      await edit();
      status.done(absence.current ? 'Die Abwesenheit ist beendet.' : 'Die Abwesenheit ist zurückgenommen.');
      status.node.focus();
    });
  }
}

/** The form for a new absence, or for one that is changed. */
async function edit(absence) {
  const offered = CHAINS.filter(([chain]) => choices[chain].persons.length > 0);
  const chain = select(offered, absence?.chain ?? offered[0][0], { disabled: Boolean(absence) });
  const person = select([], '', { required: true, disabled: Boolean(absence) });
  const stand = select([], '');
  const what = select([], '');
  const first = dayInput(absence?.firstDay, { required: true });
  const last = dayInput(absence?.lastDay, { required: true });
  const told = statusLine();
  const inputs = { person, deputy: stand, scope: what, firstDay: first, lastDay: last };
  const submit = element('button', { class: 'gl-button gl-primary' }, absence ? 'Änderung speichern' : 'Eintragen');
  const form = element('form', { novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    save(submit, told, inputs, chain, absence);
  } },
    element('div', { class: 'fields' }, offered.length > 1 && entry('Bereich', chain), entry('Wer ist abwesend?', person),
      element('div', { class: 'days' }, entry('Erster Tag', first), entry('Letzter Tag', last)),
      entry('Vertretung', stand), entry('Gilt für', what)),
    element('div', { class: 'gl-actions' }, submit, absence && button('Abbrechen', () => edit()), told.node));
  const persons = async () => {
    const known = choices[chain.value];
    fill(person, known.persons, absence?.person ?? (known.persons.some((one) => one.id === calendar.user)
      ? calendar.user : known.persons[0]?.id));
    await personChosen();
  };
  const personChosen = async () => {
    fill(stand, [{ id: '', name: 'noch niemand' }, ...choices[chain.value].deputies
      .filter((one) => one.id !== person.value)], absence?.deputy ?? '');
    const scopes = person.value
      ? await get(`${PATH}/scopes?chain=${chain.value}&person=${encodeURIComponent(person.value)}`) : [];
    fill(what, [{ id: '', name: chain.value === 'CHAIR' ? 'alle Gremien' : 'alle Aufgaben' }, ...scopes],
      absence?.scope ?? '');
  };
  chain.addEventListener('change', () => persons().catch(told.fail));
  person.addEventListener('change', () => personChosen().catch(told.fail));
  editor.replaceChildren(element('section', { class: 'absence' },
    element('h3', {}, absence ? `Abwesenheit von ${absence.personName} ändern` : 'Abwesenheit eintragen'), form));
  try {
    await persons();
  } catch (error) {
    told.fail(error);
  }
  if (absence) {
    last.focus();
  }
}

/** A field with a place for what is wrong with it. */
function entry(label, input) {
  const node = field(label, input);
  const wrong = element('span', { class: 'wrong', id: `${input.id}-wrong`, role: 'alert' });
  node.append(wrong);
  // While typing, not when the field is left: the button that is clicked then would move away.
  input.addEventListener('input', () => mark(input, ''));
  return node;
}

function mark(input, sentence) {
  const wrong = document.getElementById(`${input.id}-wrong`);
  wrong.textContent = sentence;
  if (sentence) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', wrong.id);
  } else {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
}

function fill(node, options, value) {
  node.replaceChildren(...options.map((one) => element('option', { value: one.id }, one.name)));
  node.value = options.some((one) => one.id === value) ? value : options[0]?.id ?? '';
}

async function save(submit, told, inputs, chain, absence) {
  Object.values(inputs).forEach((input) => mark(input, ''));
  for (const input of [inputs.firstDay, inputs.lastDay]) {
    if (!input.value.trim() || !DAY.test(input.value)) {
      mark(input, input.value.trim() ? 'Bitte als TT.MM.JJJJ angeben.' : 'Bitte ausfüllen.');
    }
  }
  const first = Object.values(inputs).find((input) => input.getAttribute('aria-invalid'));
  if (first) {
    told.clear();
    first.focus();
    return;
  }
  await run(submit, told, async () => {
    const body = { chain: chain.value };
    Object.entries(inputs).forEach(([name, input]) => { body[name] = input.value; });
    try {
      await send(absence ? 'PUT' : 'POST', absence ? `${PATH}/${absence.id}` : PATH, body);
    } catch (error) {
      const wrong = inputs[error.content?.field];
      if (!wrong) {
        throw error;
      }
      told.clear();
      mark(wrong, error.message);
      wrong.focus();
      return;
    }
    await reload();
    await edit();
    status.done(absence ? 'Die Änderung ist gespeichert.' : 'Die Abwesenheit ist eingetragen.');
    status.node.focus();
  });
}
