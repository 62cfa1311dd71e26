import { get } from '/vorgaenge/api.js';
import { button, element, formatDate, statusLine, table } from '/vorgaenge/dom.js';

/** The window of the files that were issued for a meeting: agenda, invitation, attendance list, minutes. */
export function documents(meetingId) {
  const status = statusLine();
  const list = element('div');
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'unterlagen' },
    element('h2', { id: 'unterlagen' }, 'Unterlagen'), status.node, list,
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));

  async function load() {
    list.replaceChildren();
    status.say('Bitte warten …');
    try {
      const files = await get(`/api/meetings/${meetingId}/documents`);
      status.say(files.length ? '' : 'Zu dieser Sitzung ist noch nichts ausgefertigt.');
      list.replaceChildren(files.length ? table('Unterlagen der Sitzung', ['Art', 'Datei', 'Vom', 'Für'],
        files.reverse().map((file) => [file.label,
          element('a', { href: `/api/meetings/${meetingId}/documents/${file.id}`, target: '_blank' }, file.fileName),
          formatDate(file.createdOn), file.publicPart ? 'alle' : 'Berechtigte'])) : '');
    } catch (error) {
      status.fail(error);
    }
  }

  return { node, show() {
    node.showModal();
    load();
  } };
}
