import { button, element, field, select, timeInput } from '/vorgaenge/dom.js';

const STATES = { EXPECTED: 'erwartet', PRESENT: 'anwesend', LEFT: 'gegangen', EXCUSED: 'entschuldigt' };

/** The window of the attendance list: one key each for coming, going and what else happens to a member. */
export function attendance(store, currentItem) {
  const search = element('input', { type: 'search', autocomplete: 'off' });
  const at = timeInput();
  const forWhom = select([['', 'für sich selbst']], '');
  const guest = element('input', { type: 'text', maxlength: 500, autocomplete: 'off' });
  const summary = element('p', { role: 'status' });
  const message = element('p', { class: 'gl-status', role: 'alert' });
  const list = element('div', {
    class: 'people', role: 'listbox', tabindex: 0, 'aria-label': 'Anwesenheitsliste', onkeydown: (event) => key(event)
  });
  const acts = [['k', 'Gekommen', arrive], ['g', 'Gegangen', () => act(person().personId ? 'LEAVE' : 'LEAVE_GUEST')],
    ['e', 'Entschuldigt', () => act('EXCUSE')],
    ['z', 'Zurücknehmen', () => act(person().personId ? 'UNDO' : 'UNDO_GUEST')], ['b', 'Befangen beim Punkt', recuse]];
  const node = element('dialog', { class: 'gl-view attendance', 'aria-labelledby': 'anwesenheit' },
    element('h2', { id: 'anwesenheit' }, 'Anwesenheit'), summary,
    element('div', { class: 'row' }, field('Name suchen', search), field('Uhrzeit (leer: jetzt)', at),
      field('Vertritt', forWhom)),
    list,
    element('div', { class: 'gl-actions' }, acts.map(([letter, label, action]) =>
      button(`${label} (${letter.toUpperCase()})`, action, { class: 'gl-button gl-small' })),
    button('Alle Erwarteten sind da (A)', () => post({ act: 'ARRIVE_ALL' }), { class: 'gl-button gl-small' })),
    message,
    element('div', { class: 'row' }, field('Gast', guest),
      button('Gast ist da', () => guest.value.trim() && post({ act: 'ARRIVE_GUEST', name: guest.value.trim() })
        .then(() => {
          guest.value = '';
        }))),
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));
  let chosen = 0;
  let shown = '';
  search.addEventListener('input', () => {
    chosen = 0;
    update();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      list.focus();
    }
  });

  function people() {
    const wanted = search.value.trim().toLowerCase();
    return store.meeting.attendance.filter((one) => `${one.name} ${one.group ?? ''}`.toLowerCase().includes(wanted));
  }

  const person = () => people()[chosen] ?? {};

  function update() {
    const all = people();
    const excluded = store.item(currentItem())?.excluded ?? [];
    const signature = JSON.stringify([all, chosen, excluded, store.meeting.quorum]);
    if (signature === shown) {
      return;
    }
    shown = signature;
    summary.textContent = store.meeting.quorum.explanation;
    list.replaceChildren(...all.map((one, i) => element('div', {
      role: 'option', id: `person-${i}`, 'aria-selected': String(i === chosen), class: `person ${one.state}`,
      onclick: () => {
        chosen = i;
        update();
      }
    }, element('span', {}, one.name),
    element('span', { class: 'facts' }, [one.group, one.role].filter(Boolean).join(', ')),
    element('span', {}, stateOf(one, excluded)))));
    list.setAttribute('aria-activedescendant', `person-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
    const absent = person().deputy ? store.meeting.attendance.filter((one) => !one.deputy && one.personId
      && one.organizationId === person().organizationId && one.state !== 'PRESENT') : [];
    forWhom.replaceChildren(...[['', person().deputy ? 'nur eine Person möglich' : 'für sich selbst'],
      ...absent.map((one) => [one.personId, one.name])].map(([value, label]) => element('option', { value }, label)));
  }

  function stateOf(one, excluded) {
    const last = one.stays[one.stays.length - 1];
    const times = last && `${last.arrivedAt?.slice(0, 5) ?? ''}–${last.leftAt?.slice(0, 5) ?? ''}`;
    const exclusion = excluded.find((other) => other.personId === one.personId);
    return [STATES[one.state], times, one.deputyForName && `für ${one.deputyForName}`,
      exclusion && `${exclusion.kindLabel} bei diesem Punkt`].filter(Boolean).join(', ');
  }

  function arrive() {
    return act('ARRIVE', { deputyFor: forWhom.value ? Number(forWhom.value) : null });
  }

  function act(name, more = {}) {
    const stays = person().stays ?? [];
    return post({ act: name, personId: person().personId, stayId: stays[stays.length - 1]?.id, ...more });
  }

  function post(body) {
    return run(`/api/meetings/${store.meeting.id}/attendance`, { at: at.value || null, ...body });
  }

  function recuse() {
    const item = store.item(currentItem());
    const known = item?.excluded.some((one) => one.personId === person().personId);
    return item && run(`/api/items/${item.id}/exclusion`,
      { personId: person().personId, kind: known ? null : 'RECUSAL', reason: null });
  }

  async function run(path, body) {
    message.textContent = '';
    message.className = 'gl-status';
    const { outcome, entry } = await store.act(path, { label: 'Anwesenheit', body });
    if (outcome === 'refused') {
      message.textContent = entry.message;
      message.className = 'gl-status gl-error';
      store.drop(entry);
    }
    update();
  }

  function key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const action = acts.find(([letter]) => letter === event.key.toLowerCase())?.[2];
    if (step) {
      chosen = Math.min(Math.max(chosen + step, 0), people().length - 1);
      update();
    } else if (action && store.writing) {
      action();
    } else if (event.key.toLowerCase() === 'a' && store.writing) {
      post({ act: 'ARRIVE_ALL' });
    } else {
      return;
    }
    event.preventDefault();
  }

  return {
    node, update,
    show() {
      shown = '';
      update();
      node.querySelectorAll('.gl-actions:not(.close) button, .row input, .row button, .row select').forEach((one) => {
        one.disabled = !store.writing && one !== search;
      });
      node.showModal();
      list.focus();
    }
  };
}
