import { get } from '/vorgaenge/api.js';
import { mountAttachments } from '/vorgaenge/attachments.js';
import { statusLine } from '/vorgaenge/dom.js';
import { mountOverview } from '/vorgaenge/overview.js';
import { mountSequence } from '/vorgaenge/sequence.js';
import { mountText } from '/vorgaenge/text.js';

/** Tabs of a task that show the paper the task is about. */
export default [
  paperTab('vorgang', 'Vorgang', 890, mountOverview),
  paperTab('text', 'Text', 885, mountText),
  paperTab('beratungsfolge', 'Beratungsfolge', 880, mountSequence),
  paperTab('anlagen', 'Anlagen', 870, mountAttachments)
];

function paperTab(id, label, priority, mount) {
  return {
    id: `gremienlauf.${id}`,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: { label },
    async render(node, { taskId }) {
      node.classList.add('gl-view');
      const status = statusLine();
      node.replaceChildren(status.node);
      try {
        const { paperId } = await get(`/api/tasks/${encodeURIComponent(taskId)}/paper`);
        mount(node, paperId, () => {}, taskId);
      } catch (error) {
        if (error.status === 404) {
          status.say('Zu dieser Aufgabe gehört keine Vorlage.');
        } else {
          status.fail(error);
        }
      }
    }
  };
}
