import { get } from '/vorgaenge/api.js';
import { button, dayInput, element, field, formatDate, isoDay, select, singleRunner, statusLine, table } from '/vorgaenge/dom.js';

const PATH = '/abgeschlossen';
const HEADINGS = ['Nummer', 'Betreff', 'Dienststelle', 'Zuletzt beraten in', 'Entschieden am', 'Abgeschlossen am',
  'Stand', 'Dauer'];

/** A page with the papers that nothing more happens with, and the link to it. */
export default [
  {
    id: 'gremienlauf.abgeschlossen',
    pluginPoint: 'cockpit.route',
    priority: 0,
    properties: { path: PATH },
    render(node) {
      document.title = 'Abgeschlossene Vorlagen | Gremienlauf Betrieb';
      node.classList.add('gl-view', 'gl-page');
      mount(node);
    }
  },
  {
    id: 'gremienlauf.abgeschlossen.link',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    render(node) {
      node.replaceChildren(element('a', { href: `#${PATH}` }, 'Abgeschlossene Vorlagen'));
    },
    properties: { label: 'Abgeschlossene Vorlagen', pagePath: `#${PATH}` }
  }
];

function mount(node) {
  const status = statusLine();
  const run = singleRunner();
  const result = element('div');
  const text = element('input', { type: 'search', maxlength: 200 });
  const body = select([['', 'alle Gremien']], '');
  const from = dayInput('');
  const until = dayInput('');
  const submit = element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Suchen');
  let rows = [];
  const load = (after) => run(submit, status, async () => {
    const query = new URLSearchParams();
    const values = { query: text.value.trim(), body: body.value, from: day(from), until: day(until), after };
    Object.entries(values).forEach(([name, value]) => value && query.set(name, value));
    const page = await get(`/api/overview/finished?${query}`);
    rows = after ? [...rows, ...page.papers] : page.papers;
    status.say(rows.length === 0 ? 'Es ist keine solche Vorlage abgeschlossen.'
      : page.next ? `Die neuesten ${rows.length} Vorlagen werden gezeigt.`
        : rows.length === 1 ? 'Eine Vorlage gefunden.' : `${rows.length} Vorlagen gefunden.`);
    result.replaceChildren(...[rows.length > 0 && table('Abgeschlossene Vorlagen', HEADINGS, rows.map(line)),
      page.next && button('Weitere zeigen', () => load(page.next))].filter(Boolean));
  });
  node.replaceChildren(element('h3', {}, 'Abgeschlossene Vorlagen'),
    element('form', { class: 'gl-search', onsubmit: (event) => {
      event.preventDefault();
      load();
    } }, field('Nummer oder Wörter des Betreffs', text), field('Gremium', body), field('Abgeschlossen ab', from),
    field('Abgeschlossen bis', until), submit), status.node, result);
  get('/api/organizations').then((all) => body.append(
    ...all.map((one) => element('option', { value: one.id }, one.name))), status.fail);
  load();
}

function day(input) {
  const text = input.value.trim();
  if (text && !/^\d{4}-\d\d-\d\d$/.test(isoDay(text))) {
    input.focus();
    throw new Error('Bitte geben Sie den Tag in der Form TT.MM.JJJJ an.');
  }
  return isoDay(text);
}

function line(paper) {
  return [element('a', { href: `/vorgaenge/index.html#${paper.paperId}` }, paper.reference ?? 'ohne Nummer'), paper.name,
    paper.leadOffice, paper.body ?? '–', formatDate(paper.decidedOn) || '–', formatDate(paper.finishedOn), paper.state,
    paper.days === 1 ? '1 Tag' : `${paper.days}\u00a0Tage`];
}
