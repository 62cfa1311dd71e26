import { get } from '/vorgaenge/api.js';
import { element, statusLine } from '/vorgaenge/dom.js';
import { mountProject, SHORT } from '/foerderung/project.js';

/** A tab of a task that shows the funded project the task is about. */
export default {
  id: 'gremienlauf.foerderprojekt',
  pluginPoint: 'tasklist.task.detail',
  priority: 855,
  properties: { label: 'Förderprojekt' },
  async render(node, { taskId }) {
    node.classList.add('gl-view');
    const status = statusLine();
    node.replaceChildren(status.node);
    try {
      const { projectId } = await get(`/api/tasks/${encodeURIComponent(taskId)}/project`);
      const content = element('div');
      node.replaceChildren(element('p', {}, element('a',
        { class: 'gl-button gl-primary', href: `/foerderung/#${projectId}`, target: '_blank' },
        'Projektseite öffnen')), content);
      mountProject(content, projectId, SHORT);
    } catch (error) {
      if (error.status === 404) {
        status.say('Zu dieser Aufgabe gehört kein Förderprojekt.');
      } else {
        status.fail(error);
      }
    }
  }
};
