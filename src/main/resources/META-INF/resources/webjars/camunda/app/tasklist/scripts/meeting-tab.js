import { get } from '/vorgaenge/api.js';
import { element, statusLine } from '/vorgaenge/dom.js';

/** A tab of a task that leads to the page of the meeting the task is about. */
export default {
  id: 'gremienlauf.sitzung',
  pluginPoint: 'tasklist.task.detail',
  priority: 860,
  properties: { label: 'Sitzung' },
  async render(node, { taskId }) {
    node.classList.add('gl-view');
    const status = statusLine();
    node.replaceChildren(status.node);
    try {
      const { meetingId } = await get(`/api/tasks/${encodeURIComponent(taskId)}/meeting`);
      node.replaceChildren(element('p', {},
        element('a', { class: 'gl-button gl-primary', href: `/sitzung/?id=${meetingId}` }, 'Sitzungsseite öffnen')));
    } catch (error) {
      if (error.status === 404) {
        status.say('Zu dieser Aufgabe gehört keine Sitzung.');
      } else {
        status.fail(error);
      }
    }
  }
};
