import { get } from '/vorgaenge/api.js';
import { button, element, field, select } from '/vorgaenge/dom.js';

const MODES = [['OPEN', 'offen'], ['NAMED', 'namentlich'], ['SECRET', 'geheim']];
const MAJORITIES = [['SIMPLE', 'einfache Mehrheit'], ['STATUTORY', 'Mehrheit der gesetzlichen Mitgliederzahl'],
  ['TWO_THIRDS', 'zwei Drittel der gesetzlichen Mitgliederzahl']];
const STANCES = [['', '–'], ['YES', 'Ja'], ['NO', 'Nein'], ['ABSTENTION', 'Enthaltung']];
const OUTCOMES = { ACCEPTED: 'angenommen', REJECTED: 'abgelehnt' };

/** Counts the vote on an item: in total, by group, by name or secret; what follows from it stands beside. */
export function voteCounting(store, item, onProposal) {
  const content = element('div');
  const node = element('details', {}, element('summary', {}, 'Abstimmung auszählen'), content);
  node.addEventListener('toggle', () => node.open && !content.childElementCount && load());

  async function load() {
    content.replaceChildren(element('p', {}, 'Bitte warten …'));
    try {
      draw(await get(`/api/items/${item.id}/vote`));
    } catch (error) {
      content.replaceChildren(element('p', { class: 'gl-status gl-error', role: 'alert' }, error.message));
    }
  }

  function draw(sheet) {
    const mode = select(MODES, sheet.mode ?? 'OPEN');
    const majority = select(MAJORITIES, sheet.majority ?? 'SIMPLE');
    const count = (value) => element('input', { type: 'text', inputmode: 'numeric', class: 'count', maxlength: 4,
      autocomplete: 'off', value: value ?? '' });
    const totals = ['yes', 'no', 'abstentions'].map((key) => count(sheet[key]));
    const invalid = count(sheet.invalid);
    const voters = store.meeting.attendance.filter((one) => one.votes
      && !item.excluded.some((excluded) => excluded.personId === one.personId));
    const names = [...new Set([...voters.map((one) => one.group ?? 'fraktionslos'),
      ...sheet.groups.map((group) => group.group)])].sort((one, other) => one.localeCompare(other, 'de'));
    const groups = names.map((name) => {
      const known = sheet.groups.find((group) => group.group === name);
      return { name, inputs: ['yes', 'no', 'abstentions'].map((key) => {
        const input = count(known?.[key]);
        input.setAttribute('aria-label', `${name}: ${{ yes: 'Ja', no: 'Nein', abstentions: 'Enthaltungen' }[key]}`);
        return input;
      }) };
    });
    const stances = voters.map((one) => {
      const known = sheet.named.find((named) => named.personId === one.personId);
      return { one, input: select(STANCES, known?.stance ?? '', { 'aria-label': one.name }) };
    });
    const groupTable = element('table', { class: 'gl-table' }, element('thead', {}, element('tr', {},
      ['Fraktion', 'Ja', 'Nein', 'Enth.'].map((heading) => element('th', { scope: 'col' }, heading)))),
    element('tbody', {}, groups.map(({ name, inputs }) => element('tr', {}, element('th', { scope: 'row' }, name),
      inputs.map((input) => element('td', {}, input))))));
    const nameTable = element('div', { class: 'bodies' }, stances.map(({ one, input }) =>
      element('div', { class: 'stance' }, element('span', {}, one.name), input)));
    const invalidField = field('Ungültig', invalid);
    const byMode = () => {
      groupTable.hidden = mode.value === 'SECRET' || groups.length === 0;
      nameTable.hidden = mode.value !== 'NAMED';
      invalidField.hidden = mode.value !== 'SECRET';
    };
    mode.addEventListener('change', byMode);
    byMode();
    const message = element('p', { class: 'gl-status', role: 'alert' });
    content.replaceChildren(
      element('div', { class: 'row' }, field('Art der Abstimmung', mode), field('Nötige Mehrheit', majority)),
      element('div', { class: 'row' }, ['Ja gesamt', 'Nein gesamt', 'Enthaltungen gesamt'].map((label, i) =>
        field(label, totals[i])), invalidField),
      groupTable, nameTable, outcome(sheet),
      element('div', { class: 'gl-actions' }, button('Abstimmung speichern', save), message));

    async function save() {
      message.className = 'gl-status';
      message.textContent = '';
      const number = (input) => input.value.trim() === '' ? null : Number(input.value);
      const secret = mode.value === 'SECRET';
      const counted = groups.filter(({ inputs }) => inputs.some((input) => input.value.trim()));
      const { outcome: result, entry } = await store.act(`/api/items/${item.id}/vote`, { label: 'Abstimmung', body: {
        version: sheet.version,
        entry: {
          mode: mode.value, majority: majority.value, at: null, yes: number(totals[0]), no: number(totals[1]),
          abstentions: number(totals[2]), invalid: secret ? number(invalid) : null,
          groups: secret ? [] : counted.map(({ name, inputs }) => ({
            group: name, yes: number(inputs[0]) ?? 0, no: number(inputs[1]) ?? 0, abstentions: number(inputs[2]) ?? 0
          })),
          named: mode.value !== 'NAMED' ? {} : Object.fromEntries(stances.filter(({ input }) => input.value)
            .map(({ one, input }) => [one.personId, input.value])),
          points: sheet.points.map(({ point, yes, no, abstentions }) => ({ point, yes, no, abstentions }))
        }
      } });
      if (result === 'refused') {
        message.className = 'gl-status gl-error';
        message.textContent = entry.message;
        store.drop(entry);
      } else if (result === 'done') {
        load();
      }
    }
  }

  function outcome(sheet) {
    return [
      element('p', {}, [sheet.entitled !== null && `Stimmberechtigt: ${sheet.entitled}`,
        sheet.computed && `Nach der Zählung: ${OUTCOMES[sheet.computed]}`,
        sheet.stated && `Nach dem Wortlaut: ${OUTCOMES[sheet.stated]}`].filter(Boolean).join(' · ')),
      sheet.contradiction && element('p', { class: 'gl-note' }, sheet.contradiction),
      sheet.proposal && element('p', {}, `Vorschlag: „${sheet.proposal}“ `,
        button('Als Wortlaut übernehmen', () => onProposal(sheet.proposal), { class: 'gl-button gl-small' }))
    ].filter(Boolean).reduce((all, one) => {
      all.append(one);
      return all;
    }, element('div'));
  }

  return node;
}
