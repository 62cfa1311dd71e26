import { get } from '/vorgaenge/api.js';
import { button, element, field, formatDate, statusLine, table } from '/vorgaenge/dom.js';
import { mountProject, VIEWS } from './project.js';

/** The page of all funded projects: "#" is the list, "#12" and "#12/fristen" are one project and its views. */

/** Whoever goes from view to view need not wait for each; in milliseconds. */
const FRESH = 30_000;

const main = document.querySelector('main');
let last = { id: null, project: null, at: 0 };
let query = '';
let leave = () => {};

function show() {
  leave();
  const [, id, view] = /^#(\d+)(?:\/([a-z]+))?$/.exec(location.hash) ?? [];
  leave = id ? showProject(id, view) : showList();
}

function showList() {
  document.title = 'Förderprojekte | Gremienlauf';
  const status = statusLine();
  const results = element('div');
  const input = element('input', { type: 'search', value: query });
  let latest = 0;

  async function search() {
    const current = ++latest;
    query = input.value.trim();
    status.say('Bitte warten …');
    try {
      const projects = await get(`/api/projects?query=${encodeURIComponent(query)}`);
      if (current === latest) {
        results.replaceChildren(projects.length ? tableOf(projects) : '');
        status.say(projects.length ? `${projects.length} ${projects.length === 1 ? 'Förderprojekt' : 'Förderprojekte'}`
          : 'Es wurde kein Förderprojekt gefunden.');
      }
    } catch (error) {
      if (current === latest) {
        status.fail(error);
      }
    }
  }

  const form = element('form', { class: 'search', role: 'search' },
    field('Projektnummer, Name, Förderprogramm oder Federführung', input),
    element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Suchen'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  main.replaceChildren(element('div', { class: 'gl-view' },
    element('h2', {}, 'Alle Förderprojekte'),
    element('p', {}, element('a', { href: '/neu/?art=projekt' }, 'Neues Förderprojekt anlegen')),
    form, status.node, results));
  search();
  return () => {
    latest++;
  };
}

function tableOf(projects) {
  return table('Förderprojekte',
    ['Projekt', 'Name', 'Förderprogramm', 'Federführung', 'Stand', 'Läuft bis', 'Nächste Frist', 'Offene Fragen'],
    projects.map((project) => [element('a', { href: `#${project.id}` }, project.number), project.name,
      project.programme, project.leadOffice, project.stateLabel, formatDate(project.until),
      project.nextDay && `${formatDate(project.nextDay)} ${project.nextLabel}`, String(project.openFindings)]));
}

function showProject(id, wanted) {
  const [chosen] = VIEWS.find(([key]) => key === wanted) ?? VIEWS[0];
  const heading = element('h2', {}, 'Förderprojekt');
  const panel = element('div', { role: 'tabpanel', id: 'ansicht', 'aria-labelledby': `reiter-${chosen}` });
  const tabs = VIEWS.map(([key, label]) => button(label, () => {
    location.hash = `#${id}/${key}`;
  }, {
    class: 'gl-tab', role: 'tab', id: `reiter-${key}`, 'aria-selected': String(key === chosen),
    'aria-controls': 'ansicht', tabindex: key === chosen ? 0 : -1
  }));
  const tablist = element('div', { role: 'tablist', 'aria-label': 'Ansichten des Förderprojekts' }, tabs);
  tablist.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length].focus();
    }
  });
  const keepFocus = document.activeElement?.getAttribute('role') === 'tab';
  main.replaceChildren(element('p', {}, element('a', { href: '#' }, 'Zur Liste der Förderprojekte')), heading, tablist,
    panel);
  if (keepFocus) {
    tabs.find((tab) => tab.tabIndex === 0).focus();
  }
  const known = last.id === id && Date.now() - last.at < FRESH ? last.project : null;
  return mountProject(panel, id, chosen, (project) => {
    if (project !== last.project) {
      last = { id, project, at: Date.now() };
    }
    heading.textContent = `${project.head.number} · ${project.head.name}`;
    document.title = `${project.head.number} | Gremienlauf`;
  }, known);
}

addEventListener('hashchange', show);
// The address names what is shown, so the link to the content must not change it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
show();
