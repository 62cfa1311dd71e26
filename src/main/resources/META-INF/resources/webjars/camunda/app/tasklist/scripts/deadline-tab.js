import { get } from '/vorgaenge/api.js';
import { element, formatDate, statusLine } from '/vorgaenge/dom.js';

/** A tab of a task that tells when it is due, how that day came about and what was done because it is overdue. */
export default {
  id: 'gremienlauf.frist',
  pluginPoint: 'tasklist.task.detail',
  priority: 850,
  properties: { label: 'Frist' },
  async render(node, { taskId }) {
    node.classList.add('gl-view');
    const status = statusLine();
    node.replaceChildren(status.node);
    const task = `/api/tasks/${encodeURIComponent(taskId)}`;
    try {
      const [dates, steps] = await Promise.all([get(`${task}/deadline`), get(`${task}/escalation`)]);
      node.replaceChildren(element('dl', { class: 'gl-facts' },
        fact('Fällig am', formatDate(dates.due) || 'keine Frist'),
        dates.dueByHand && fact('Von Hand gesetzt', `berechnet: ${formatDate(dates.computedDue) || 'keine Frist'}`),
        fact('So berechnet', dates.explanation),
        dates.ground && fact('Grund', dates.ground),
        dates.followUp && fact('Wiedervorlage am', formatDate(dates.followUp)),
        steps.map((step) => fact(step.step, `${formatDate(step.day)}, ${step.overdueDays} `
          + `${step.overdueDays === 1 ? 'Arbeitstag' : 'Arbeitstage'} überfällig: ${step.told || 'niemand'}`))));
    } catch (error) {
      status.fail(error);
    }
  }
};

function fact(name, text) {
  return element('div', {}, element('dt', {}, name), element('dd', {}, text));
}
