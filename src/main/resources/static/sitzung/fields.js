import { button, dayInput, element, field as labelled, formatDate, isoDay, select, textarea } from '/vorgaenge/dom.js';

/** The fields of an item: how they are called and what they are entered with. */

const KINDS = [['', 'aus dem Wortlaut des Ergebnisses'], ['ACCEPTED', 'Zugestimmt / beschlossen'],
  ['ACCEPTED_AMENDED', 'Mit Änderungen zugestimmt / beschlossen'], ['REJECTED', 'Abgelehnt'],
  ['REJECTED_FINALLY', 'Endgültig abgelehnt'], ['NOTED', 'Zur Kenntnis genommen'],
  ['POSTPONED', 'Vertagt / zurückgestellt'], ['REFERRED', 'Verwiesen (ohne Rücklauf)'],
  ['REFERRED_WITH_RETURN', 'Überwiesen (mit Rücklauf)'], ['WITHOUT_VOTE', 'Ohne Votum weitergegeben'],
  ['WITHDRAWN', 'Zurückgezogen'], ['SETTLED', 'Erledigt'], ['LAPSED', 'Verfallen (Ablauf der Wahlperiode)'],
  ['DEEMED_CONSENT', 'Zustimmung durch Fristablauf'], ['CONTINUE', 'Nimmt seinen Fortgang']];
const HANDLINGS = [['', 'nicht nötig'], ['PUT_BACK', 'zurückstellen'], ['WITHOUT_VOTE', 'ohne Votum weitergeben'],
  ['WITH_RESERVATION', 'unter Vorbehalt beraten']];

export const LABELS = {
  result: 'Ergebnis', noResult: 'Kein Ergebnis bekannt', kind: 'Art des Ergebnisses',
  handling: 'Umgang damit in der Sitzung', vote: 'Abstimmung', yes: 'Ja', no: 'Nein', abstentions: 'Enthaltungen',
  against: 'Dagegen', abstaining: 'Enthalten haben sich', pointVotes: 'Abstimmung nach Punkten',
  condition: 'Bedingung / Vorbehalt', votedWording: 'Abgestimmte Fassung', amendedWording: 'Geänderter Wortlaut',
  postponedTo: 'Vertagt auf den', postponedAfter: 'Vertagt, bis beraten hat', referredTo: 'Verwiesen an',
  remark: 'Bemerkung (nicht gedruckt)', resolution: 'Beschluss im Wortlaut', minutesText: 'Text der Niederschrift'
};

/** What a stored value reads like. */
export function display(key, value, bodies = []) {
  const named = (ids) => ids.split(',').map((one) => bodies.find((body) => String(body.id) === one)?.name ?? one)
    .join(', ');
  switch (key) {
    case 'kind': return KINDS.find(([kind]) => kind === value)?.[1] ?? value;
    case 'handling': return HANDLINGS.find(([handling]) => handling === value)?.[1] ?? value;
    case 'postponedTo': return formatDate(value);
    case 'noResult': return value ? 'ja' : 'nein';
    case 'referredTo':
    case 'postponedAfter': return named(value);
    default: return value;
  }
}

/**
 * Makes the input of a field. The returned control has its node, reads and writes its value as text, and tells when
 * the value was changed. What is half typed, e.g. a day, is told when it is left or finished.
 */
export function control(key, { lists, bodies, wordings, oninput, readOnly }) {
  const label = LABELS[key];
  const text = (properties = {}) => element('input', { type: 'text', autocomplete: 'off', ...properties });
  const long = (rows) => textarea('', { rows, maxlength: 20000 });
  const choices = (options) => select(options, '');
  const inputs = {
    result: () => text({ list: lists.results, maxlength: 2000 }),
    vote: () => text({ list: lists.votes, maxlength: 2000 }),
    noResult: () => element('input', { type: 'checkbox' }),
    kind: () => choices(KINDS),
    handling: () => choices(HANDLINGS),
    yes: () => text({ inputmode: 'numeric', maxlength: 4, class: 'count' }),
    no: () => text({ inputmode: 'numeric', maxlength: 4, class: 'count' }),
    abstentions: () => text({ inputmode: 'numeric', maxlength: 4, class: 'count' }),
    against: () => text(),
    abstaining: () => text(),
    pointVotes: () => long(2),
    condition: () => text({ maxlength: 500 }),
    votedWording: () => choices([['', 'die geltende Fassung'],
      ...wordings.map((wording) => [String(wording.id), wording.label])]),
    amendedWording: () => long(4),
    postponedTo: () => dayInput(),
    postponedAfter: () => choices([['', 'kein anderes Gremium'],
      ...bodies.map((body) => [String(body.id), body.name])]),
    remark: () => long(2),
    resolution: () => long(4),
    minutesText: () => long(6)
  };
  const hints = {
    against: 'Namen mit Strichpunkt getrennt', abstaining: 'Namen mit Strichpunkt getrennt',
    pointVotes: 'je Zeile ein Punkt, z. B. 1: einstimmig beschlossen',
    amendedWording: 'nur wenn das Gremium den Beschlusstext geändert hat'
  };
  if (key === 'referredTo') {
    return referrals(label, bodies, oninput, readOnly);
  }
  const input = inputs[key]();
  input.dataset.field = key;
  const box = input.type === 'checkbox';
  if (input.tagName === 'SELECT' || box) {
    input.disabled = readOnly;
  } else {
    input.readOnly = readOnly;
  }
  const node = labelled(label, input, readOnly ? null : hints[key]);
  // A day is none before it is typed to its end.
  const day = key === 'postponedTo';
  const read = () => box ? (input.checked ? 'true' : '') : day ? isoDay(input.value) : input.value;
  let half = false;
  const finish = () => {
    half = false;
    oninput(read());
  };
  if (day) {
    input.addEventListener('input', () => {
      half = true;
    });
  }
  input.addEventListener(input.tagName === 'SELECT' || box || day ? 'change' : 'input', finish);
  return {
    key, node, input, read, finish,
    get halfTyped() {
      return half;
    },
    goOnTyping(text) {
      input.value = text;
      half = true;
    },
    write(value) {
      if (half) {
        return;
      }
      if (box) {
        input.checked = value === 'true';
      } else if (read() !== value) {
        input.value = day ? display(key, value) : value;
      }
    }
  };
}

function referrals(label, bodies, oninput, readOnly) {
  const boxes = bodies.map((body) => element('input',
    { type: 'checkbox', value: body.id, disabled: readOnly, 'data-field': 'referredTo' }));
  const read = () => boxes.filter((box) => box.checked).map((box) => box.value).join(',');
  boxes.forEach((box) => box.addEventListener('change', () => oninput(read())));
  const node = element('fieldset', { class: 'gl-fieldset bodies' }, element('legend', {}, label),
    boxes.map((box, i) => labelled(bodies[i].name, box)));
  return {
    key: 'referredTo', node, input: boxes[0] ?? node, read,
    write(value) {
      const ids = value.split(',');
      boxes.forEach((box) => {
        box.checked = ids.includes(box.value);
      });
    }
  };
}

/** Shows an entry that could not be stored as it is, and lets the person decide; its field may be gone. */
export function trouble(entry, store, bodies, gone) {
  const shown = (value) => value ? `„${display(entry.field, value, bodies)}“` : 'nichts';
  if (entry.state === 'conflict') {
    return element('div', { class: 'gl-note', role: 'alert' },
      element('p', {}, `Hier steht inzwischen ${shown(entry.theirs)}. Ihre Eingabe ist ${shown(entry.now)}.`),
      element('div', { class: 'gl-actions' },
        button('Meine Eingabe speichern', () => store.keepMine(entry), { class: 'gl-button gl-small' }),
        button('Verwerfen', () => store.drop(entry), { class: 'gl-button gl-small' })));
  }
  if (gone) {
    return element('div', { class: 'gl-status gl-error', role: 'alert' },
      element('p', {}, `${entry.message} Ihre Eingabe bei „${LABELS[entry.field]}“ war ${shown(entry.now)}.`),
      element('div', { class: 'gl-actions' },
        button('Verwerfen', () => store.drop(entry), { class: 'gl-button gl-small' })));
  }
  return element('p', { class: 'gl-status gl-error', role: 'alert' }, entry.message);
}
