/** Names for what the vendor shows as a sign only, so that a screen reader can say it (WCAG 1.1.1, 4.1.2). */

const NAMES = [
  ['a:has(> .glyphicon-home)', 'Anwendungen'],
  ['.region-toggle[data-region="filters"]', 'Filter ein- oder ausblenden'],
  ['.region-toggle[data-region="list"]', 'Aufgabenliste ein- oder ausblenden'],
  ['.region-toggle', 'Bereich ein- oder ausblenden'],
  ['.dropdown-toggle.btn', 'Gespeicherte Suchen'],
  ['a[href*="/app/cockpit/"]', 'Betrieb'],
  ['a[href*="/app/tasklist/"]', 'Aufgaben'],
  ['a[href*="/app/admin/"]', 'Verwaltung'],
  ['.maximize', 'Aufgabe groß anzeigen'],
  ['.restore', 'Alle Bereiche anzeigen'],
  ['.glyphicon-menu-down, .glyphicon-menu-up', 'Einzelheiten ein- oder ausblenden'],
  ['a.dropdown-toggle', 'Menü'],
  ['.close', 'Schließen']
];

/** The name of a text that is not loaded yet. */
const KEY = /^[A-Z]+(_[A-Z]+)+$/;

function nameOf(node) {
  const tooltip = node.getAttribute('uib-tooltip');
  return tooltip && !KEY.test(tooltip) ? tooltip : NAMES.find(([selector]) => node.matches(selector))?.[1];
}

function addNames() {
  for (const node of document.querySelectorAll('a:not([aria-label]), button:not([aria-label])')) {
    const name = node.innerText.trim() === '' && !node.title && nameOf(node);
    if (name) {
      node.setAttribute('aria-label', name);
      // Without an address it is no link but something to press.
      if (node.tagName === 'A' && !node.hasAttribute('href')) {
        node.setAttribute('role', 'button');
      }
    }
  }
  // What can be scrolled is reached by keyboard.
  document.querySelectorAll('.section-content:not([tabindex])').forEach((node) => node.setAttribute('tabindex', '0'));
  // What proposes words while one types is a combobox; a plain text field has no "expanded".
  document.querySelectorAll('input[uib-typeahead]:not([role])').forEach((node) => node.setAttribute('role', 'combobox'));
}

let planned = false;
new MutationObserver(() => {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      addNames();
    });
  }
}).observe(document.body, { subtree: true, childList: true });
addNames();
