import { element } from '/vorgaenge/dom.js';

/** The agenda as a list that is walked by arrow keys. Only items that have changed are drawn again. */
export function agendaList(store, onSelect, onOpen) {
  const node = element('div', {
    class: 'agenda', role: 'listbox', tabindex: 0, 'aria-label': 'Tagesordnung',
    onkeydown: (event) => key(event)
  });
  const options = new Map();
  let order = '';
  let selected = null;

  function update() {
    const items = store.meeting.items;
    items.forEach((item) => {
      const signature = JSON.stringify([item.number, item.title, item.state, item.late, ...marks(item)]);
      const option = options.get(item.id) ?? { node: optionNode(item.id) };
      if (option.signature !== signature) {
        option.signature = signature;
        option.node.replaceChildren(...content(item));
        option.node.className = `item ${item.open ? 'open' : 'done'}${item.kind === 'STANDING' ? ' heading' : ''}`;
        options.set(item.id, option);
      }
    });
    const newOrder = items.map((item) => `${item.id}${item.publicItem}`).join();
    if (newOrder !== order) {
      order = newOrder;
      node.replaceChildren(...[true, false].map((isPublic) => group(items, isPublic)).filter(Boolean));
    }
  }

  function group(items, isPublic) {
    const part = items.filter((item) => item.publicItem === isPublic);
    const label = isPublic ? 'Öffentlicher Teil' : 'Nichtöffentlicher Teil';
    return part.length > 0 && element('div', { role: 'group', 'aria-label': label },
      element('div', { class: 'part', 'aria-hidden': 'true' }, label),
      part.map((item) => options.get(item.id).node));
  }

  function optionNode(itemId) {
    return element('div', { role: 'option', id: `top-${itemId}`, 'aria-selected': 'false', onclick: () => {
      select(itemId);
      onOpen();
    } });
  }

  /** What the list tells of an item besides its title: its result and what is not saved. */
  function marks(item) {
    const unsaved = store.queue.filter((entry) => entry.item === item.id);
    const trouble = unsaved.some((entry) => entry.state !== 'waiting');
    return [resultOf(item), trouble ? 'Bitte klären' : unsaved.length ? 'noch nicht gespeichert' : ''];
  }

  function content(item) {
    const [result, unsaved] = marks(item);
    return [
      element('span', { class: 'number' }, item.number ?? '–'),
      element('span', { class: 'title' }, item.title,
        item.reference && element('span', { class: 'reference' }, ` ${item.reference}`)),
      element('span', { class: 'result' }, result),
      element('span', { class: 'unsaved' }, unsaved)
    ];
  }

  function select(itemId) {
    if (selected !== itemId) {
      options.get(selected)?.node.setAttribute('aria-selected', 'false');
      selected = itemId;
      const option = options.get(itemId)?.node;
      option?.setAttribute('aria-selected', 'true');
      node.setAttribute('aria-activedescendant', `top-${itemId}`);
      reveal(option);
      onSelect(itemId);
    }
  }

  /** Scrolls the list alone, never the page. */
  function reveal(option) {
    if (option) {
      const above = option.offsetTop - node.offsetTop - 40;
      const below = option.offsetTop - node.offsetTop + option.offsetHeight + 40 - node.clientHeight;
      node.scrollTop = Math.max(Math.min(node.scrollTop, above), below);
    }
  }

  function step(by) {
    const ids = store.meeting.items.map((item) => item.id);
    const at = ids.indexOf(selected);
    select(ids[Math.min(Math.max(at + by, 0), ids.length - 1)]);
  }

  /** The next open item after the selected one, from the beginning again; null if none is left. */
  function nextOpen() {
    const items = store.meeting.items;
    const at = items.findIndex((item) => item.id === selected);
    const rest = [...items.slice(at + 1), ...items.slice(0, at)];
    const sent = (item) => store.queue.some((entry) => entry.item === item.id && entry.path);
    return rest.find((item) => item.open && item.kind !== 'STANDING' && !sent(item))?.id
      ?? null;
  }

  function key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -9999, End: 9999 };
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (steps[event.key]) {
      event.preventDefault();
      step(steps[event.key]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
    }
  }

  return { node, update, select, step, nextOpen, get selected() {
    return selected;
  } };
}

/** What the list says of an item: its result, or why it has none. */
export function resultOf(item) {
  return item.state === 'CONCLUDED' ? item.kind === 'STANDING' && !item.fields.result ? ''
    : `✓ ${item.fields.result ?? 'kein Ergebnis'}`
    : item.state === 'ON_AGENDA' ? '' : item.stateLabel;
}
