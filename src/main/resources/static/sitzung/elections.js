import { get } from '/vorgaenge/api.js';
import { button, element, field, select, textarea } from '/vorgaenge/dom.js';

const KINDS = [['SINGLE', 'Wahl einer Person'], ['LIST', 'Verhältniswahl nach Listen']];
const METHODS = [['HARE_NIEMEYER', 'Hare/Niemeyer'], ['SAINTE_LAGUE', 'Sainte-Laguë/Schepers'],
  ['D_HONDT', 'd’Hondt']];
const STATES = { SECOND_BALLOT: 'engere Wahl nötig', LOT: 'Losentscheid nötig',
  ELECTED: 'gewählt', NOT_ELECTED: 'niemand gewählt' };

/** An election on an item, ballot by ballot: what is elected, how was voted, what follows from it. */
export function electionPanel(store, item, onResult) {
  const content = element('div');
  const message = element('p', { class: 'gl-status', role: 'alert' });
  const node = element('details', { open: true }, element('summary', {}, 'Wahl'), content, message);
  const count = (label) => element('input', { type: 'text', inputmode: 'numeric', class: 'count', maxlength: 4,
    autocomplete: 'off', 'aria-label': label });
  const number = (input) => Number(input.value.trim() || 0);
  load();

  async function load() {
    try {
      draw(await get(`/api/items/${item.id}/election`));
    } catch (error) {
      if (error.status === 404) {
        draw(null);
      } else {
        fail(error.message);
      }
    }
  }

  function fail(text) {
    message.className = 'gl-status gl-error';
    message.textContent = text;
  }

  async function step(what) {
    message.className = 'gl-status';
    message.textContent = '';
    const { outcome, entry } = await store.act(`/api/items/${item.id}/election`, { label: 'Wahl', body: what });
    if (outcome === 'refused') {
      fail(entry.message);
      store.drop(entry);
    } else if (outcome === 'done') {
      load();
    }
  }

  function draw(sheet) {
    const voted = sheet && (sheet.ballots.length > 0 || sheet.unanimousProposal);
    content.replaceChildren(...[
      voted ? element('p', {}, described(sheet)) : setUp(sheet),
      voted && course(sheet),
      sheet && result(sheet),
      sheet?.state === 'OPEN' && ballot(sheet, 1, []),
      sheet?.state === 'SECOND_BALLOT' && ballot(sheet, 2, sheet.next),
      sheet?.state === 'OPEN' && sheet.kind === 'LIST' && unanimous(),
      sheet?.state === 'LOT' && lot(sheet),
      element('div', { class: 'gl-actions' },
        voted && button('Wahlgänge zurücknehmen', () => step({ reset: true }), { class: 'gl-button gl-small' }),
        !voted && button('Doch nicht als Wahl behandeln', () => step({ treat: false }),
          { class: 'gl-button gl-small' }))
    ].filter(Boolean));
  }

  function described(sheet) {
    const kind = KINDS.find(([one]) => one === sheet.kind)[1];
    return `${sheet.position} · ${kind}${sheet.kind === 'LIST' ? `, ${sheet.seats} Sitze` : ''}`;
  }

  function setUp(sheet) {
    const kind = select(KINDS, sheet?.kind ?? 'SINGLE');
    const position = element('input', { type: 'text', maxlength: 500, value: sheet?.position ?? '', required: true });
    const seats = count('Sitze');
    seats.value = sheet?.seats ?? '';
    const method = select(METHODS, sheet?.method ?? 'HARE_NIEMEYER');
    const listFields = [field('Sitze', seats), field('Verteilung der Sitze', method)];
    const byKind = () => listFields.forEach((one) => {
      one.hidden = kind.value !== 'LIST';
    });
    kind.addEventListener('change', byKind);
    byKind();
    return element('div', {},
      element('div', { class: 'row' }, field('Wofür gewählt wird', position), field('Wahlart', kind), listFields),
      element('div', { class: 'gl-actions' }, button(sheet ? 'Angaben ändern' : 'Wahl vorbereiten', () => step({
        setUp: { kind: kind.value, position: position.value, seats: kind.value === 'LIST' ? number(seats) : 1,
          method: kind.value === 'LIST' ? method.value : null }
      }))));
  }

  function course(sheet) {
    return element('ul', {}, sheet.ballots.map((one) => element('li', {}, `${one.number}. Wahlgang: `
      + Object.entries(one.votes).map(([name, votes]) => `${name} ${votes}`).join(', ')
      + `${one.noVotes ? `, Nein ${one.noVotes}` : ''}; abgegeben ${one.cast}, ungültig ${one.invalid}`)),
    sheet.unanimousProposal && element('li', {}, `Einheitlicher Wahlvorschlag: ${sheet.unanimousProposal}`),
    sheet.lotDrawnBy && element('li', {}, `Los: ${sheet.lotWinners.join(', ')}, gezogen von ${sheet.lotDrawnBy}`));
  }

  function ballot(sheet, ballotNumber, names) {
    const rows = [];
    const body = element('tbody');
    const who = sheet.kind === 'LIST' ? 'Liste' : 'Name';
    const addRow = (name) => {
      const row = { name: element('input', { type: 'text', maxlength: 500, value: name ?? '', readonly: Boolean(name),
        'aria-label': `${who} ${rows.length + 1}` }), votes: count(`Stimmen für ${who} ${rows.length + 1}`) };
      rows.push(row);
      body.append(element('tr', {}, element('td', {}, row.name), element('td', {}, row.votes)));
      return row;
    };
    (names.length ? names : [null, null]).forEach(addRow);
    const no = count();
    const invalid = count();
    const cast = count();
    const withNo = sheet.kind === 'SINGLE' && ballotNumber === 1;
    return element('div', {}, element('h4', {}, ballotNumber === 2 ? 'Engere Wahl' : 'Wahlgang'),
      element('table', { class: 'gl-table ballot' }, element('thead', {}, element('tr', {},
        [who, 'Stimmen'].map((heading) => element('th', { scope: 'col' }, heading)))), body),
      names.length === 0 && button('Weitere Zeile', () => addRow().name.focus(), { class: 'gl-button gl-small' }),
      element('div', { class: 'row counts' }, withNo && field('Nein', no), field('Ungültig, Enthaltung', invalid),
        field('Abgegeben', cast)),
      element('div', { class: 'gl-actions' }, button('Wahlgang festhalten', () => {
        const filled = rows.filter((row) => row.name.value.trim());
        const named = new Set(filled.map((row) => row.name.value.trim()));
        if (named.size < filled.length) {
          fail('Ein Name steht zweimal auf dem Stimmzettel.');
          return;
        }
        step({ ballot: { number: ballotNumber, cast: number(cast), invalid: number(invalid),
          noVotes: withNo ? number(no) : 0,
          votes: Object.fromEntries(filled.map((row) => [row.name.value.trim(), number(row.votes)])) } });
      })));
  }

  function unanimous() {
    const proposal = textarea('', { rows: 2, maxlength: 4000 });
    return element('details', {}, element('summary', {}, 'Einheitlicher Wahlvorschlag statt Wahlgang'),
      field('Wahlvorschlag', proposal, '§ 50 Abs. 3 GO NRW: ohne Gegenstimme angenommen'),
      element('div', { class: 'gl-actions' },
        button('Einstimmig angenommen', () => step({ unanimous: proposal.value }))));
  }

  function lot(sheet) {
    const winners = sheet.next.map((name) => ({ name, input: element('input', { type: 'checkbox' }) }));
    const by = element('input', { type: 'text', maxlength: 500 });
    return element('div', {}, element('fieldset', { class: 'choices' },
      element('legend', {}, 'Das Los ist gefallen auf'), winners.map(({ name, input }) => field(name, input))),
    field('Gezogen von', by), element('div', { class: 'gl-actions' }, button('Los festhalten', () => step({
      lotWinners: winners.filter(({ input }) => input.checked).map(({ name }) => name), lotDrawnBy: by.value
    }))));
  }

  function result(sheet) {
    const text = resultText(sheet);
    const state = sheet.state === 'OPEN' ? '' : `Stand: ${STATES[sheet.state]}. `;
    return element('div', {}, element('p', { class: 'gl-note' }, state + sheet.explanation),
      text && element('p', {}, `Vorschlag für das Ergebnis: „${text}“ `,
        button('Als Ergebnis übernehmen', () => onResult(text), { class: 'gl-button gl-small' })));
  }

  return node;
}

/** What could stand as the result of an item; empty as long as nobody is elected. */
function resultText(sheet) {
  if (sheet.state !== 'ELECTED') {
    return '';
  }
  const seats = Object.entries(sheet.seatsOfLists).map(([name, shared]) => `${name} ${shared}`).join(', ');
  return sheet.unanimousProposal ? 'einstimmig gewählt'
    : sheet.kind === 'LIST' ? `gewählt: ${seats}` : `gewählt: ${sheet.elected.join(', ')}`;
}
