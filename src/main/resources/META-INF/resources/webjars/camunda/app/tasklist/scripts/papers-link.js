/** A link in the head of Tasklist to the page of all papers. */
export default {
  id: 'gremienlauf.papers-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node) {
    const link = document.createElement('a');
    link.className = 'papers-link';
    link.href = '/vorgaenge/index.html';
    link.textContent = 'Vorgänge';
    node.replaceChildren(link);
  }
};
