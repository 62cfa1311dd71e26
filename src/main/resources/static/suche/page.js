import { get } from '/vorgaenge/api.js';
import { element, field, formatDate, statusLine } from '/vorgaenge/dom.js';
import { paperSet } from '/vorgaenge/paper-set.js';

/** The search: "/suche/?q=Bänke&art=PAPER&seite=2"; with "direkt" the only hit opens at once. */

const SINGULAR = {
  PAPER: 'Vorlage', PROJECT: 'Förderprojekt', MEETING: 'Sitzung', ITEM: 'Tagesordnungspunkt', PERSON: 'Person',
  BODY: 'Gremium'
};
const main = document.querySelector('main');
const status = statusLine();
const input = element('input', { type: 'search', maxlength: 200, autocomplete: 'off' });
const kinds = element('nav', { 'aria-label': 'Treffer nach Art', class: 'kinds' });
const hits = element('ol', { class: 'hits' });
const pages = element('nav', { 'aria-label': 'Seiten', class: 'gl-actions' });
const form = element('form', { class: 'search', role: 'search' },
  field('Nummer, Betreff, Gremium, Person oder ein Wort aus dem Text', input),
  element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Suchen'));
const set = paperSet();
let latest = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go({ q: input.value.trim() }, true);
});
main.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...hits.querySelectorAll('h3 a')];
  const at = stops.indexOf(event.target);
  if (step && at >= 0 && stops[at + step]) {
    event.preventDefault();
    stops[at + step].focus();
  }
});
addEventListener('popstate', () => show(false));
main.replaceChildren(element('h2', {}, 'Suche'), form, status.node, kinds, set.node, hits, pages);
const start = new URLSearchParams(location.search);
show(start.has('direkt'));
input.focus();

/** Shows other results under an address of their own. */
function go(wanted, direct) {
  if (direct) {
    set.clear();
  }
  const address = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  history.pushState(null, '', `/suche/?${address}`);
  return show(direct);
}

async function show(direct) {
  const current = ++latest;
  const address = new URLSearchParams(location.search);
  const wanted = { q: address.get('q') ?? '', art: address.get('art') ?? '', seite: Number(address.get('seite')) || 1 };
  input.value = wanted.q;
  document.title = `${wanted.q ? `${wanted.q} | ` : ''}Suche | Gremienlauf`;
  if (!wanted.q) {
    fill([], [], []);
    status.say('Gesucht wird in Vorlagen, Förderprojekten, Sitzungen, Tagesordnungspunkten, Personen und Gremien, '
      + 'soweit Sie sie lesen dürfen.');
    return;
  }
  status.say('Bitte warten …');
  try {
    const query = new URLSearchParams({ q: wanted.q, page: wanted.seite, ...(wanted.art && { kind: wanted.art }) });
    const result = await get(`/api/search?${query}`);
    if (current !== latest) {
      return;
    }
    if (direct && result.direct && result.direct !== location.pathname + location.search) {
      location.assign(result.direct);
      return;
    }
    fill(result.kinds.length > 1 || wanted.art ? kindLinks(result, wanted) : [], result.hits.map(hitOf),
      pageLinks(result, wanted));
    status.say(told(result));
  } catch (error) {
    if (current === latest) {
      fill([], [], []);
      status.fail(error);
    }
  }
}

function fill(kindNodes, hitNodes, pageNodes) {
  kinds.replaceChildren(...kindNodes);
  hits.replaceChildren(...hitNodes);
  pages.replaceChildren(...pageNodes);
}

function told({ total, more, page, pages: count }) {
  if (!total) {
    return 'Dazu wurde nichts gefunden, was Sie lesen dürfen. Gesucht wird nach Einträgen, in denen alle Wörter '
      + 'vorkommen; oft hilft ein Wort weniger oder nur der Anfang eines Wortes.';
  }
  const number = more ? `mehr als ${total} Treffer, die wichtigsten zuerst` : total === 1 ? '1 Treffer'
    : `${total} Treffer`;
  return count > 1 ? `${number}, Seite ${page} von ${count}` : number;
}

function kindLinks(result, wanted) {
  const all = result.kinds.reduce((sum, kind) => sum + kind.count, 0);
  return [{ kind: '', label: 'Alle', count: all }, ...result.kinds].map(({ kind, label, count }) =>
    link(`${label} (${count})`, { q: wanted.q, art: kind },
      { 'aria-current': kind === wanted.art ? 'page' : null, class: 'gl-button gl-small' }));
}

function pageLinks({ page, pages: count }, wanted) {
  const to = (label, seite) => link(label, { q: wanted.q, art: wanted.art, seite }, { class: 'gl-button' }, true);
  return [page > 1 && to('Vorherige Seite', page - 1), page < count && to('Nächste Seite', page + 1)].filter(Boolean);
}

/** A link that changes what is shown without loading the page anew. */
function link(label, wanted, properties, toTop) {
  const address = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  return element('a', {
    href: `/suche/?${address}`, ...properties,
    onclick: async (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        await go(wanted, false);
        if (toTop) {
          scrollTo(0, 0);
          (hits.querySelector('h3 a') ?? input).focus();
        }
      }
    }
  }, label);
}

function hitOf(hit) {
  const title = hit.title.map(marked);
  const line = [hit.type ?? SINGULAR[hit.kind], hit.state, hit.detail, formatDate(hit.date)].filter(Boolean);
  const name = [hit.number && element('span', { class: 'number' }, `${hit.number} `), ...title];
  return element('li', {},
    hit.kind === 'PAPER' && set.checkbox(hit.id, hit.number ?? 'Vorlage ohne Nummer'),
    element('h3', {}, hit.link ? element('a', { href: hit.link }, name) : name),
    element('p', { class: 'gl-hint' }, line.join(' · ')),
    hit.snippet.length > 0 && element('p', { class: 'snippet' }, hit.snippet.map(marked)));
}

function marked({ text, marked: hit }) {
  return hit ? element('mark', {}, text) : text;
}
