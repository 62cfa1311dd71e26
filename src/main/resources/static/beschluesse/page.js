import { get } from '/vorgaenge/api.js';
import { element, field, formatDate, section, select, statusLine, table } from '/vorgaenge/dom.js';

/** What resolutions oblige to, by state, body and office; the papers that nobody took up again; the annual reports. */

const STATES = [['open', 'nicht abgeschlossen'], ['overdue', 'überfällig'], ['over', 'abgeschlossen'], ['', 'alle']];
const OVER = ['DONE', 'OBSOLETE'];

const main = document.querySelector('main');
const status = statusLine();
status.say('Bitte warten …');
main.replaceChildren(element('div', { class: 'gl-view' }, status.node));
try {
  show(await get('/api/resolutions'));
} catch (error) {
  status.fail(error);
}

function show(page) {
  main.replaceChildren(element('div', { class: 'gl-view' },
    element('h2', {}, `Beschlusskontrolle am ${formatDate(page.day)}`),
    resolutions(page.duties),
    page.bodies.length > 0 && reports(page),
    section('Vergessene Vorlagen',
      element('p', {}, 'Vorlagen, die nicht entschieden sind und mit denen sich seit langem kein Gremium befasst hat.'),
      page.forgotten.length
        ? table('Vergessene Vorlagen', ['Vorlage', 'Betreff', 'Dienststelle', 'Gremium', 'Zuletzt am',
          'Vergessen seit', 'Was geschehen ist'], page.forgotten.map((paper) => [paperLink(paper), paper.name,
          paper.leadOffice, paper.body, formatDate(paper.since), formatDate(paper.forgottenOn), paper.why]))
        : element('p', {}, 'Keine Vorlage ist vergessen.'))));
}

function resolutions(duties) {
  const state = select(STATES, 'open');
  const body = select(choices(duties, 'body', 'alle Gremien'), '');
  const office = select(choices(duties, 'office', 'alle Dienststellen'), '');
  const list = element('div', { 'aria-live': 'polite' });
  const draw = () => {
    const shown = duties.filter((duty) => inState(duty, state.value) && (!body.value || duty.body === body.value)
      && (!office.value || duty.office === office.value));
    list.replaceChildren(shown.length
      ? table('Beschlüsse', ['Vorlage', 'Betreff', 'Gremium', 'Beschlossen am', 'Dienststelle', 'Termin', 'Stand'],
        shown.map((duty) => [paperLink(duty), duty.subject, duty.body, formatDate(duty.decidedOn), duty.office,
          formatDate(duty.dueOn) || '–', stateOf(duty)]))
      : element('p', {}, 'Kein Beschluss in dieser Auswahl.'));
  };
  [state, body, office].forEach((input) => input.addEventListener('change', draw));
  draw();
  return section('Umsetzung der Beschlüsse', element('div', { class: 'gl-toolbar' }, field('Stand', state),
    field('Gremium', body), field('Dienststelle', office)), list);
}

function choices(duties, property, all) {
  const names = [...new Set(duties.map((duty) => duty[property]).filter(Boolean))]
    .sort((one, other) => one.localeCompare(other, 'de'));
  return [['', all], ...names.map((name) => [name, name])];
}

function inState(duty, state) {
  return { open: !OVER.includes(duty.state), over: OVER.includes(duty.state), overdue: duty.overdue }[state] ?? true;
}

function stateOf(duty) {
  if (duty.overdue) {
    return element('strong', {}, 'überfällig');
  }
  return duty.doneOn ? `${duty.stateLabel} am ${formatDate(duty.doneOn)}` : duty.stateLabel;
}

function paperLink(of) {
  return element('a', { href: `/vorgaenge/index.html#${of.paperId}` }, of.reference);
}

/** The annual report of a body, for everybody and for the house. */
function reports(page) {
  const thisYear = Number(page.day.slice(0, 4));
  const body = select(page.bodies.map((one) => [one.id, one.name]), page.bodies[0].id);
  const year = element('select');
  const links = element('p', {});
  const drawLinks = () => {
    const link = (label, publicVersion) => element('a', { class: 'gl-button', target: '_blank',
      href: `/api/organizations/${body.value}/resolutions/report?year=${year.value}&publicVersion=${publicVersion}` }, label);
    links.replaceChildren(link('Öffentliche Fassung (PDF)', true), ' ', link('Interne Fassung (PDF)', false));
  };
  const drawYears = () => {
    const first = page.bodies.find((one) => String(one.id) === body.value).firstYear;
    year.replaceChildren(...Array.from({ length: Math.max(1, thisYear - first + 1) },
      (_, i) => element('option', {}, String(thisYear - i))));
    drawLinks();
  };
  body.addEventListener('change', drawYears);
  year.addEventListener('change', drawLinks);
  drawYears();
  return section('Jahresbericht', element('div', { class: 'gl-toolbar' }, field('Gremium des Berichts', body),
    field('Jahr', year)), links);
}
