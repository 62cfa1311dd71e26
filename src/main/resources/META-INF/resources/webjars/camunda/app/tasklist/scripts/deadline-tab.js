import { get } from '/vorgaenge/api.js';
import { element, formatDate, statusLine } from '/vorgaenge/dom.js';

/** A tab of a task that tells when it is due and how that day came about. */
export default {
  id: 'gremienlauf.frist',
  pluginPoint: 'tasklist.task.detail',
  priority: 850,
  properties: { label: 'Frist' },
  async render(node, { taskId }) {
    node.classList.add('gl-view');
    const status = statusLine();
    node.replaceChildren(status.node);
    try {
      const dates = await get(`/api/tasks/${encodeURIComponent(taskId)}/deadline`);
      node.replaceChildren(element('dl', { class: 'gl-facts' },
        fact('Fällig am', dates.due ? formatDate(dates.due) : 'keine Frist'),
        dates.dueByHand && fact('', `von Hand gesetzt; berechnet: ${formatDate(dates.computedDue) || 'keine Frist'}`),
        fact('So berechnet', dates.explanation),
        dates.ground && fact('Grund', dates.ground),
        dates.followUp && fact('Wiedervorlage am', formatDate(dates.followUp))));
    } catch (error) {
      status.fail(error);
    }
  }
};

function fact(name, text) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, text));
}
