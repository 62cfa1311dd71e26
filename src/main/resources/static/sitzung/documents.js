import { get } from '/vorgaenge/api.js';
import { button, element, formatDate, statusLine } from '/vorgaenge/dom.js';

/** The window with the files of the meeting, as far as the reader may see them. */
export function documents(meetingId) {
  const status = statusLine();
  const list = element('ul', { class: 'documents' });
  const node = element('dialog', { class: 'gl-view', 'aria-labelledby': 'dokumente' },
    element('h2', { id: 'dokumente' }, 'Dokumente der Sitzung'), status.node, list,
    element('div', { class: 'gl-actions close' },
      button('Schließen', () => node.close(), { class: 'gl-button gl-primary' })));

  async function show() {
    list.replaceChildren();
    status.say('Bitte warten …');
    node.showModal();
    try {
      const files = await get(`/api/meetings/${meetingId}/documents`);
      status.say(files.length === 0 ? 'Zu dieser Sitzung ist noch kein Dokument ausgefertigt.' : '');
      list.replaceChildren(...files.map(line));
    } catch (error) {
      status.fail(error);
    }
  }

  function line(file) {
    return element('li', {},
      element('a', { href: `/api/meetings/${meetingId}/documents/${file.id}`, target: '_blank', rel: 'noopener' },
        file.label),
      ...(file.word ? [', ', element('a', {
        href: `/api/meetings/${meetingId}/documents/${file.id}?word=true`, 'aria-label': `${file.label} als Word-Datei`
      }, 'Word')] : []),
      ` (${[file.part, formatDate(file.day), file.note].filter(Boolean).join(', ')})`);
  }

  return { node, show };
}
