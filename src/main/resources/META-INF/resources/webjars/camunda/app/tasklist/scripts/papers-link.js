/** The search, and links to the pages of all papers, meetings, funded projects and absences, in the head of Tasklist. */
export default {
  id: 'gremienlauf.papers-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node) {
    node.replaceChildren(searchBox(), link('/neu/', 'Neu'), link('/aufgaben/', 'Aufgabenliste'),
      link('/vorgaenge/index.html', 'Vorgänge'), link('/sitzungen/', 'Sitzungen'),
      link('/foerderung/', 'Förderprojekte'), link('/vertretung/', 'Vertretung'),
      link('/einstellungen/', 'Einstellungen'));
  }
};

function link(href, text) {
  const node = document.createElement('a');
  node.className = 'papers-link';
  node.href = href;
  node.textContent = text;
  return node;
}

/** Opens what is found, or the page of results. */
function searchBox() {
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', name: 'q', maxLength: 200, placeholder: 'Suchen' });
  input.setAttribute('aria-label', 'In Vorlagen, Sitzungen und Förderprojekten suchen');
  const direct = document.createElement('input');
  Object.assign(direct, { type: 'hidden', name: 'direkt', value: '1' });
  const form = document.createElement('form');
  form.className = 'search-box';
  form.action = '/suche/';
  form.setAttribute('role', 'search');
  form.append(input, direct);
  return form;
}
