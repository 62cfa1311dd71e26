/** Links in the head of Tasklist to the pages of all papers, meetings and funded projects. */
export default {
  id: 'gremienlauf.papers-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node) {
    node.replaceChildren(link('/vorgaenge/index.html', 'Vorgänge'), link('/sitzungen/', 'Sitzungen'),
      link('/foerderung/', 'Förderprojekte'));
  }
};

function link(href, text) {
  const node = document.createElement('a');
  node.className = 'papers-link';
  node.href = href;
  node.textContent = text;
  return node;
}
