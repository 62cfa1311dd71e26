import { get } from './api.js';
import { mountAttachments } from './attachments.js';
import { button, element, field, statusLine, table } from './dom.js';
import { mountOverview } from './overview.js';
import { paperSet } from './paper-set.js';
import { hasUnsavedSequence, mountSequence } from './sequence.js';
import { hasUnsavedText, mountText } from './text.js';

/** The page of all papers: "#" is the list, "#12" and "#12/beratungsfolge" are one paper and its views. */

const VIEWS = [['vorgang', 'Vorgang', mountOverview], ['text', 'Text', mountText],
  ['beratungsfolge', 'Beratungsfolge', mountSequence], ['anlagen', 'Anlagen', mountAttachments]];

const main = document.querySelector('main');
let query = '';
let leave = () => {};

function show() {
  leave();
  const [, id, view] = /^#(\d+)(?:\/([a-z]+))?$/.exec(location.hash) ?? [];
  leave = id ? showPaper(id, view) : showList();
}

function showList() {
  document.title = 'Vorgänge | Gremienlauf';
  const status = statusLine();
  const results = element('div');
  const set = paperSet();
  const input = element('input', { type: 'search', value: query });
  let latest = 0;

  async function search() {
    const current = ++latest;
    query = input.value.trim();
    status.say('Bitte warten …');
    set.clear();
    try {
      const papers = await get(`/api/papers?query=${encodeURIComponent(query)}`);
      if (current === latest) {
        results.replaceChildren(papers.length ? tableOf(papers, set) : '');
        status.say(papers.length ? `${papers.length} ${papers.length === 1 ? 'Vorgang' : 'Vorgänge'}`
          : 'Es wurde kein Vorgang gefunden.');
      }
    } catch (error) {
      if (current === latest) {
        status.fail(error);
      }
    }
  }

  const form = element('form', { class: 'search', role: 'search' },
    field('Vorlagen-Nummer, Betreff oder Federführung', input),
    element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Suchen'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  main.replaceChildren(element('div', { class: 'gl-view' },
    element('h2', {}, 'Alle Vorgänge'),
    element('p', {}, element('a', { href: '/neu/' }, 'Neue Vorlage anlegen')), form, status.node, set.node, results));
  search();
  return () => {
    latest++;
  };
}

function tableOf(papers, set) {
  return table('Vorgänge', ['PDF', 'Vorlage', 'Art', 'Betreff', 'Stand', 'Federführung', 'Öffentlichkeit'],
    papers.map((paper) => [set.checkbox(paper.id, paper.reference || paper.name),
      element('a', { href: `#${paper.id}` }, paper.reference || 'ohne Nummer'), paper.type,
      paper.name, paper.stateLabel, paper.leadOffice, paper.publicPaper ? 'öffentlich' : 'nichtöffentlich']));
}

function showPaper(id, wanted) {
  const [chosen, , mount] = VIEWS.find(([key]) => key === wanted) ?? VIEWS[0];
  const heading = element('h2', {}, 'Vorgang');
  const panel = element('div', { role: 'tabpanel', id: 'ansicht', 'aria-labelledby': `reiter-${chosen}` });
  const tabs = VIEWS.map(([key, label]) => button(label, () => {
    location.hash = `#${id}/${key}`;
  }, {
    class: 'gl-tab', role: 'tab', id: `reiter-${key}`, 'aria-selected': String(key === chosen),
    'aria-controls': 'ansicht', tabindex: key === chosen ? 0 : -1
  }));
  const tablist = element('div', { role: 'tablist', 'aria-label': 'Ansichten des Vorgangs' }, tabs);
  tablist.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length].focus();
    }
  });
  const keepFocus = document.activeElement?.getAttribute('role') === 'tab';
  main.replaceChildren(
    element('p', {}, element('a', { href: '#' }, 'Zur Liste der Vorgänge')), heading, tablist, panel);
  if (keepFocus) {
    tabs.find((tab) => tab.tabIndex === 0).focus();
  }
  return mount(panel, id, (paper) => {
    heading.textContent = [paper.reference, paper.name].filter(Boolean).join(' · ') || 'Vorgang';
    document.title = `${paper.reference || 'Vorgang'} | Gremienlauf`;
  });
}

addEventListener('hashchange', show);
// The address names what is shown, so the link to the content must not change it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('beforeunload', (event) => {
  if (hasUnsavedSequence() || hasUnsavedText()) {
    event.preventDefault();
  }
});
show();
