import { send } from '/vorgaenge/api.js';
import { button, element, field, formatDate, select, statusLine, textarea } from '/vorgaenge/dom.js';

/** What the views of a funded project share. A view is the project, a way to run an action and to show its answer. */

const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** 1234.5 becomes "1.234,50 €"; an absent amount stays empty. */
export function euro(amount) {
  return amount === null || amount === undefined ? '' : EURO.format(amount);
}

/** "01.04.2017 bis 31.03.2019"; only what is known, empty if neither day is. */
export function span(from, until) {
  return from && !until ? `ab ${formatDate(from)}` : [formatDate(from), until && `bis ${formatDate(until)}`]
    .filter(Boolean).join(' ');
}

/** A day with the note that it is assumed. */
export function day(date, assumed) {
  return date ? `${formatDate(date)}${assumed ? ' (angenommen)' : ''}` : '';
}

/** Names with their values; absent values are left out. */
export function facts(pairs) {
  return element('dl', { class: 'gl-facts' }, pairs.filter(([, value]) => value)
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

/** A part with a frame, e.g. one notice. */
export function card(title, ...content) {
  return element('article', { class: 'gl-result' }, element('h4', {}, title), ...content);
}

export function prose(text) {
  return text && element('p', { class: 'gl-prose' }, text);
}

/** Editors side by side; nothing if there are none. */
export function tools(...editors) {
  const offered = editors.flat().filter(Boolean);
  return offered.length > 0 && element('div', { class: 'gl-tools' }, offered);
}

/** An amount in a cell of a table. */
export function amount(value) {
  return element('span', { class: 'gl-amount' }, euro(value));
}

/**
 * A button that opens a small form in place and sends what was entered; nothing for who may only read.
 *
 * @param fields each { name, label, type, value, required, hint, options }; type is one of text, lines, day, amount,
 *   count, flag, choice
 */
export function editor(view, label, method, path, fields) {
  if (!view.project.mayWrite) {
    return null;
  }
  const status = statusLine();
  const inputs = fields.map((one) => [one, inputOf(one)]);
  const panel = element('form', { class: 'gl-panel', hidden: true, novalidate: true });
  const toggle = (open) => {
    panel.hidden = !open;
    trigger.setAttribute('aria-expanded', open);
    (open ? panel.querySelector('input, select, textarea') ?? confirm : trigger).focus();
  };
  const trigger = button(label, () => toggle(panel.hidden), { class: 'gl-button gl-small', 'aria-expanded': 'false' });
  const confirm = element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Speichern');
  panel.append(...inputs.map(([one, input]) => field(one.label, input, one.hint)),
    element('div', { class: 'gl-actions' }, confirm, button('Abbrechen', () => toggle(false)), status.node));
  panel.addEventListener('submit', (event) => {
    event.preventDefault();
    view.run(confirm, status, async () => {
      const missing = inputs.find(([one, input]) => one.required && !input.value.trim());
      if (missing) {
        missing[1].focus();
        throw new Error(`Bitte füllen Sie „${missing[0].label}“ aus.`);
      }
      const entered = Object.fromEntries(inputs.map(([one, input]) => [one.name, valueOf(one, input)]));
      const answer = await send(method, `/api/projects/${view.project.head.id}/${path}`, entered);
      view.changed(answer, `${label}: gespeichert.`);
    });
  });
  return element('div', { class: 'gl-toolbar' }, trigger, panel);
}

function inputOf({ type = 'text', value, required, options }) {
  const shared = { required: Boolean(required) };
  if (type === 'lines') {
    return textarea(value, shared);
  }
  if (type === 'choice') {
    return select(options.map((one) => Array.isArray(one) ? one : [one.value, one.label]), value, shared);
  }
  if (type === 'flag') {
    const box = element('input', { type: 'checkbox' });
    box.checked = Boolean(value);
    return box;
  }
  if (type === 'count') {
    return element('input', { type: 'number', min: 0, max: 9999, value: value ?? '', ...shared });
  }
  const shown = type === 'day' ? formatDate(value) : type === 'amount' ? plain(value) : value ?? '';
  return element('input', {
    type: 'text', value: shown, ...shared, inputmode: type === 'amount' && 'decimal',
    placeholder: type === 'day' && 'TT.MM.JJJJ'
  });
}

/** An amount as it is typed: 1.234,50. */
function plain(amount) {
  return amount === null || amount === undefined ? ''
    : new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(amount);
}

function valueOf({ type = 'text' }, input) {
  if (type === 'flag') {
    return input.checked;
  }
  const text = input.value.trim();
  return text === '' ? null : text;
}
