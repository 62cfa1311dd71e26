import { get, send } from '/vorgaenge/api.js';
import { button, element, field, singleRunner, statusLine, textarea } from '/vorgaenge/dom.js';
import { electionPanel } from './elections.js';
import { control, display, LABELS, trouble } from './fields.js';
import { voteCounting } from './votes.js';

const VOTE = ['yes', 'no', 'abstentions'];
/** What is seldom needed, by headings; a heading opens by itself when a field has a value or the result asks for it. */
const MORE = [
  ['Namen und Punkte zur Abstimmung', ['against', 'abstaining', 'pointVotes'], null],
  ['Vertagung oder Verweisung', ['handling', 'postponedTo', 'postponedAfter', 'referredTo'],
    /vertagt|zurückgestellt|verwiesen|überwiesen|ohne votum/i],
  ['Fassung, Bedingung, Art', ['amendedWording', 'votedWording', 'condition', 'kind', 'remark'],
    /(^|[^n])geändert|maßgabe|vorbehalt/i]
];
const RESULT_FIELDS = ['result', 'noResult', 'vote', ...VOTE, ...MORE.flatMap(([, fields]) => fields)];

/** One item of the agenda: what is dealt with, what the meeting makes of it, and what the minutes tell of it. */
export function itemView(store, { bodies, conclude, object }) {
  const node = element('section', { class: 'item-view', 'aria-label': 'Tagesordnungspunkt' });
  const papers = new Map();
  const opened = new Set();
  let key = null;
  let controls = [];
  let troubles = new Map();
  let itemId = null;
  let lastStatus = null;

  function show(newId) {
    finish();
    itemId = newId;
    update();
  }

  /** What is half typed counts when the item is left or concluded. */
  function finish() {
    controls.filter((one) => one.halfTyped).forEach((one) => one.finish());
  }

  function update() {
    const item = store.item(itemId);
    if (!item) {
      node.replaceChildren(element('p', {}, 'Auf dieser Tagesordnung steht kein Punkt.'));
      key = null;
      return;
    }
    const paper = papers.get(item.consultationId);
    const newKey = JSON.stringify([item.id, item.state, store.writing, store.meeting.minutesReleasedOn,
      store.meeting.minutesSigned, Boolean(paper?.loaded), bodies().length, item.open ? null : item.version,
      item.number, item.title, item.kind, item.tablePapers]);
    if (newKey !== key) {
      if (!item.open) {
        // Somebody else has concluded the item: its fields go, what was typed stays as an entry that is not saved.
        finish();
      }
      const active = key && node.contains(document.activeElement) ? document.activeElement : null;
      const focused = active?.dataset.field;
      const typedAt = active?.selectionStart;
      const typedTo = active?.selectionEnd;
      const half = controls.filter((one) => one.halfTyped).map((one) => [one.key, one.input.value]);
      const scroll = key && JSON.parse(key)[0] === item.id ? node.scrollTop : 0;
      key = newKey;
      build(item, paper?.loaded);
      node.scrollTop = scroll;
      write(item);
      half.forEach(([name, text]) => controls.find((one) => one.key === name)?.goOnTyping(text));
      const again = focused && node.querySelector(`[data-field=${focused}]`);
      again?.focus();
      if (again && Number.isInteger(typedAt)) {
        again.setSelectionRange(typedAt, typedTo);
      }
    }
    write(item);
    openNeeded(item);
    showTroubles(item);
    load(item);
  }

  function write(item) {
    // A blank at the end is not stored, but whoever types it goes on with the next word.
    controls.forEach((one) => {
      if (one.read().trim() !== store.value(item.id, one.key).trim()) {
        one.write(store.value(item.id, one.key));
      }
    });
  }

  function build(item, paper) {
    const lists = { results: 'ergebnisse', votes: 'abstimmungen' };
    const make = (name, readOnly) => control(name, {
      lists, readOnly, bodies: bodies().filter((body) => body.id !== store.meeting.organizationId),
      wordings: paper?.wordings ?? [], oninput: (value) => store.type(item.id, name, value)
    });
    const editable = store.writing && item.open;
    const minutesEditable = store.writing && !store.meeting.minutesReleasedOn && !store.meeting.minutesSigned;
    const by = {};
    const used = [...(item.open ? RESULT_FIELDS : []), ...(item.consultationId ? [] : ['resolution']), 'minutesText'];
    used.forEach((name) => {
      by[name] = make(name, name === 'minutesText' || name === 'resolution' ? !minutesEditable : !editable);
    });
    controls = Object.values(by);
    node.replaceChildren(
      element('h3', {}, [item.number, item.title].filter(Boolean).join(' ')),
      facts(item, paper),
      item.open ? entry(item, by) : recorded(item, paper),
      by.resolution?.node ?? '',
      by.minutesText.node);
  }

  function facts(item, paper) {
    const parts = [item.paperType, item.reference, item.amendedReference && `zu ${item.amendedReference}`,
      item.publicItem ? null : `nichtöffentlich${item.nonPublicGround ? `: ${item.nonPublicGround}` : ''}`,
      item.admissionLabel, item.late && 'verspätet angemeldet'].filter(Boolean);
    const points = paper?.resolutionPoints ?? [];
    return [element('p', { class: 'facts' }, parts.join(' · '),
      paper && [' ', element('a', { href: `/vorgaenge/index.html#${paper.id}`, target: '_blank' }, 'Vorlage öffnen')]),
    item.tablePapers.length > 0 && element('p', {}, `Tischvorlage: ${item.tablePapers.join(', ')}`),
    store.writing && item.kind === 'STANDING' && /niederschrift/i.test(item.title)
      && button('Einwendungen festhalten …', object, { class: 'gl-button gl-small' }),
    points.length > 0 && remembered('Beschlussvorschlag', points.length === 1
      ? element('div', { class: 'gl-prose' }, points[0].text)
      : element('ol', { class: 'gl-points' },
        points.map((point) => element('li', { value: point.number, class: 'gl-prose' }, point.text))))]
      .flat().filter(Boolean).reduce((all, one) => {
        all.append(one);
        return all;
      }, element('div', { class: 'about' }));
  }

  /** A part that stays open from item to item once somebody has opened it. */
  function remembered(title, ...content) {
    const details = element('details', { open: opened.has(title) }, element('summary', {}, title), ...content);
    details.addEventListener('toggle', () => details.open ? opened.add(title) : opened.delete(title));
    return details;
  }

  function entry(item, by) {
    const status = statusLine();
    lastStatus = status;
    const earlier = papers.get(item.consultationId)?.earlier ?? [];
    return element('div', { class: 'entry' },
      earlier.length > 0 && element('p', { class: 'gl-note' }, `Noch ohne Ergebnis: ${earlier.join(', ')}. Bitte unter`
        + ' „Vertagung oder Verweisung“ angeben, wie das Gremium damit umgeht.'),
      element('div', { class: 'row' }, by.result.node, by.noResult.node),
      element('div', { class: 'row' }, by.vote.node, VOTE.map((name) => by[name].node)),
      store.writing && item.kind === 'ELECTION' && electionPanel(store, item, (text) => {
        store.type(item.id, 'result', text);
      }),
      store.writing && item.kind !== 'STANDING' && voteCounting(store, item, (text) => {
        store.type(item.id, 'vote', text);
      }),
      MORE.map(([title, fields]) => element('details', { 'data-more': title },
        element('summary', {}, title), fields.map((name) => by[name].node))),
      store.writing && element('div', { class: 'gl-actions conclude' },
        button('Ergebnis festhalten und weiter', () => conclude(), {
          class: 'gl-button gl-primary', 'aria-keyshortcuts': 'Control+Enter', title: 'Strg + Eingabe'
        }), element('kbd', {}, 'Strg + Eingabe'), ['PAPER', 'MATTER'].includes(item.kind)
          && button('Als Wahl behandeln', () => treatAsElection(item, status), { class: 'gl-button gl-small' }),
        status.node));
  }

  async function treatAsElection(item, status) {
    const { outcome, entry } = await store.act(`/api/items/${item.id}/election`,
      { item: item.id, label: 'Als Wahl behandeln', body: { treat: true } });
    if (outcome === 'refused') {
      status.fail(new Error(entry.message));
      store.drop(entry);
    }
  }

  function recorded(item, paper) {
    const station = paper?.consultations.find((one) => one.id === item.consultationId);
    const shown = RESULT_FIELDS.filter((name) => item.fields[name] && name !== 'noResult')
      .map((name) => [LABELS[name], display(name, item.fields[name], bodies())]);
    return element('div', { class: 'recorded' },
      item.contradiction && element('p', { class: 'gl-note' }, 'Widerspruch: ', item.contradiction),
      element('dl', { class: 'gl-facts' },
        [['Stand', `${item.stateLabel}${item.concludedBy ? `, erfasst von ${item.concludedBy}` : ''}`],
          item.fields.noResult && ['Ergebnis', 'kein Ergebnis bekannt'], ...shown,
          item.removalReason && ['Grund', item.removalReason], station?.kindLabel && ['Art', station.kindLabel],
          station?.effectLabel && ['Wirkung', station.effectLabel]].filter(Boolean)
          .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
      item.state === 'CONCLUDED' && paper?.mayCorrect && correction(item));
  }

  function correction(item) {
    const run = singleRunner();
    const status = statusLine();
    const result = element('input', { type: 'text', list: 'ergebnisse', required: true, maxlength: 2000,
      value: item.fields.result ?? '' });
    const vote = element('input', { type: 'text', list: 'abstimmungen', maxlength: 2000,
      value: item.fields.vote ?? '' });
    const reason = textarea('', { required: true, maxlength: 1000, rows: 2 });
    const confirm = button('Berichtigung festhalten', () => run(confirm, status, async () => {
      await send('POST', `/api/consultations/${item.consultationId}/correction`, {
        result: result.value.trim(), kind: null, vote: vote.value.trim() || null, reason: reason.value.trim()
      });
      papers.delete(item.consultationId);
      status.done('Das Ergebnis ist berichtigt.');
      await store.refresh();
    }), { class: 'gl-button gl-primary' });
    return element('details', {}, element('summary', {}, 'Ergebnis berichtigen'),
      field('Ergebnis', result), field('Abstimmung', vote), field('Begründung der Berichtigung', reason),
      element('div', { class: 'gl-actions' }, confirm, status.node));
  }

  function openNeeded(item) {
    node.querySelectorAll('details[data-more]').forEach((details) => {
      const [title, fields, asks] = MORE.find(([one]) => one === details.dataset.more);
      const needed = fields.some((name) => store.value(item.id, name)) || asks?.test(store.value(item.id, 'result'))
        || title.startsWith('Vertagung') && papers.get(item.consultationId)?.earlier?.length > 0;
      if (needed && !details.dataset.touched) {
        details.open = true;
        details.dataset.touched = 'true';
      }
    });
  }

  function showTroubles(item) {
    const entries = store.queue.filter((one) => one.item === item.id && one.state !== 'waiting');
    const signature = JSON.stringify(entries);
    if (troubles.signature === signature && troubles.key === key) {
      return;
    }
    troubles.nodes?.forEach((one) => one.remove());
    troubles = { signature, key, nodes: entries.map((one) => {
      const control = controls.find((other) => other.key === one.field);
      const box = trouble(one, store, bodies(), one.field && !control);
      const place = control?.node ?? node.querySelector('.conclude');
      place ? place.after(box) : node.append(box);
      return box;
    }) };
  }

  /** What the paper and the other bodies have to say about the item; read once, and without it the item works too. */
  async function load(item) {
    const consultation = item.consultationId;
    if (!consultation || papers.has(consultation) || !store.connected) {
      return;
    }
    const known = {};
    papers.set(consultation, known);
    try {
      const [background, paper] = await Promise.all([
        item.open ? get(`/api/items/${item.id}`) : { earlierBodies: [] },
        get(`/api/consultations/${consultation}/paper`)]);
      Object.assign(known, { earlier: background.earlierBodies, loaded: paper });
      if (itemId === item.id) {
        update();
      }
    } catch (error) {
      if (error.status === 0) {
        papers.delete(consultation);
      }
    }
  }

  return {
    node, show, update, finish,
    say: (text) => lastStatus?.say(text),
    /** Forgets what papers said when an item is concluded: its station has changed. */
    forget: (consultationId) => papers.delete(consultationId),
    focus(name) {
      const input = node.querySelector(`[data-field=${name}]`) ?? node.querySelector('[data-field]');
      input?.closest('details')?.setAttribute('open', '');
      input?.focus();
      input?.select?.();
    },
    get focusedField() {
      return node.contains(document.activeElement) ? document.activeElement.dataset.field : undefined;
    }
  };
}
