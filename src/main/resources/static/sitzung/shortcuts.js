import { button, element } from '/vorgaenge/dom.js';

/** A window that lists the keys of the page. */
export function shortcuts(keys) {
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'kuerzel' },
    element('h2', { id: 'kuerzel' }, 'Tastenkürzel'),
    element('dl', { class: 'gl-facts' }, keys.map(([key, meaning]) =>
      element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, meaning)))),
    button('Schließen', () => node.close(), { class: 'gl-button gl-primary' }));
  return { node, show: () => node.showModal() };
}
