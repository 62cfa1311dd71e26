/** Small helpers to build pages out of elements. Text always becomes a text node, never markup. */

const LOGIN_URL = '/camunda/app/tasklist/';

/** What a person reads when the page itself fails; the reason is for the browser's console. */
const BROKEN = 'Die Ansicht konnte nicht aufgebaut werden. Bitte laden Sie die Seite neu.';

let lastId = 0;

/**
 * Creates an element. Properties starting with "on" are listeners, `false`, `null` and `undefined` are left out,
 * everything else is an attribute. Children are elements or texts; empty ones are left out.
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(label, onclick, properties = {}) {
  return element('button', { type: 'button', class: 'gl-button', ...properties, onclick }, label);
}

/** An input with a label that is bound to it, and a hint below when there is something to explain. */
export function field(label, input, hint) {
  input.id ||= `gl-${++lastId}`;
  const labelNode = element('label', { for: input.id }, label, input.required && element('span', {}, ' (Pflichtfeld)'));
  const hintNode = hint && element('span', { class: 'gl-hint', id: `${input.id}-hint` }, hint);
  if (hintNode) {
    input.setAttribute('aria-describedby', hintNode.id);
  }
  return input.type === 'checkbox'
    ? element('div', { class: 'gl-field gl-check' }, input, labelNode, hintNode)
    : element('div', { class: 'gl-field' }, labelNode, input, hintNode);
}

/** A select over [value, label] pairs. */
export function select(options, value, properties = {}) {
  const node = element('select', properties,
    options.map(([optionValue, label]) => element('option', { value: optionValue }, label)));
  node.value = value ?? '';
  return node;
}

export function textarea(value, properties = {}) {
  const node = element('textarea', { rows: 3, ...properties });
  node.value = value ?? '';
  return node;
}

/** A table; each row is a list of cells, a cell is a text, an element or a list of them. */
export function table(caption, headings, rows) {
  return element('div', { class: 'gl-scroll' }, element('table', { class: 'gl-table' },
    element('caption', { class: 'gl-hidden' }, caption),
    element('thead', {}, element('tr', {}, headings.map((heading) => element('th', { scope: 'col' }, heading)))),
    element('tbody', {}, rows.map((cells) => element('tr', {}, cells.map((cell) => element('td', {}, cell ?? '')))))));
}

export function section(title, ...content) {
  return element('section', { class: 'gl-section' }, element('h3', {}, title), ...content);
}

/** A text with its look, as the server cleaned it. */
export function richText(html) {
  const node = element('div', { class: 'gl-text' });
  node.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return node;
}

/** A place for messages that screen readers announce. */
export function statusLine() {
  const node = element('p', { class: 'gl-status', role: 'status', 'aria-live': 'polite', tabindex: -1 });
  const show = (kind, ...content) => {
    node.className = `gl-status ${kind}`;
    node.replaceChildren(...content);
  };
  return {
    node,
    clear: () => show(''),
    say: (text) => show('', text),
    done: (text) => show('gl-ok', text),
    warn: (text) => show('gl-warning', text),
    fail: (error) => {
      if (error instanceof TypeError) {
        console.error(error);
      }
      show('gl-error', error instanceof TypeError ? BROKEN : error.message,
        ...(error.sessionEnded ? [' ', element('a', { href: LOGIN_URL, target: '_blank' }, 'Anmelden')] : []));
    }
  };
}

/**
 * Lets one action run at a time: a second click does nothing meanwhile. Failures are shown in the status line that
 * belongs to the action.
 */
export function singleRunner() {
  let running = false;
  return async (trigger, status, action) => {
    if (running) {
      return;
    }
    running = true;
    trigger?.setAttribute('aria-disabled', 'true');
    status.say('Bitte warten …');
    try {
      await action();
    } catch (error) {
      status.fail(error);
    } finally {
      running = false;
      trigger?.removeAttribute('aria-disabled');
    }
  };
}

/** An input for a day as people write it; the browser's own shows it in the language the browser is set to. */
export function dayInput(day, properties = {}) {
  return element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', placeholder: 'TT.MM.JJJJ',
    maxlength: 12, value: formatDate(day), ...properties });
}

/** An input for a time of the day, 18:05. */
export function timeInput(time) {
  return element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', placeholder: 'z. B. 18:05',
    maxlength: 5, value: time ?? '' });
}

/** "31.1.2026" becomes "2026-01-31"; what is no day stays as it is, for the server to complain about. */
export function isoDay(text) {
  const [, day, month, year] = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$/.exec(text) ?? [];
  return day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** "2026-01-31" becomes "31.01.2026". */
export function formatDate(date) {
  return date ? date.slice(0, 10).split('-').reverse().join('.') : '';
}

/** A point in time in German local time; one without a zone is taken as it stands. */
export function formatDateTime(at) {
  if (!at) {
    return '';
  }
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(at)) {
    return at.length > 10 ? `${formatDate(at)}, ${at.slice(11, 16)} Uhr` : formatDate(at);
  }
  const format = new Intl.DateTimeFormat('de-DE',
    { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
  return `${format.format(new Date(at))} Uhr`;
}

/** A number of bytes in the unit a person would use. */
export function formatSize(bytes) {
  const units = ['Byte', 'KB', 'MB', 'GB'];
  let value = bytes ?? 0;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: value < 10 ? 1 : 0 });
  return `${number.format(value)} ${units[unit]}`;
}

/** A number of days in words; negative ones with a minus sign. */
export function formatDays(days) {
  return `${String(days).replace('-', '−')} ${Math.abs(days) === 1 ? 'Tag' : 'Tage'}`;
}
