import { upload } from './api.js';
import { button, element, formatSize } from './dom.js';

/** What the server takes at most; it says so itself to who sends more. */
const LIMIT = 50 * 1024 * 1024;

/**
 * Sends files one after the other, each with its own progress and its own message: one that is refused does not stop
 * the others. The list stays when the view around it is drawn anew.
 */
export function uploadQueue() {
  const list = element('ul', { class: 'gl-uploads', 'aria-label': 'Hochgeladene Dateien' });
  const summary = element('p', { class: 'gl-hint', role: 'status', 'aria-live': 'polite' });
  const waiting = [];
  let working = false;

  async function work() {
    working = true;
    let answer = null;
    let view = null;
    let done = 0;
    let refused = 0;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      view = next.view;
      const changed = await next.send();
      answer = changed ?? answer;
      done += changed ? 1 : 0;
      refused += changed ? 0 : 1;
    }
    working = false;
    if (answer) {
      view.show(answer);
    }
    summary.textContent = [done && `${done} ${done === 1 ? 'Datei' : 'Dateien'} hochgeladen`,
      refused && `${refused} nicht angenommen`].filter(Boolean).join(', ') + '.';
  }

  return {
    node: element('div', {}, list, summary),
    add(files, view, target) {
      if (!files.length) {
        return;
      }
      if (!working) {
        list.replaceChildren();
        summary.textContent = '';
      }
      waiting.push(...files.map((file) => ({ view, send: sending(file, target, list) })));
      if (!working) {
        work();
      }
    }
  };
}

/** A line of the list; the function sends its file and gives what the server answered, null if it was refused. */
function sending(file, { path, fields }, list) {
  const bar = element('progress', { max: 1, value: 0, 'aria-label': `Fortschritt von ${file.name}` });
  const message = element('p', { class: 'gl-status' });
  const line = element('li', {}, element('span', { class: 'gl-upload-name' }, file.name,
    file.folder ? '' : ` (${formatSize(file.size)})`), bar, message);
  list.append(line);

  const refuse = (text) => {
    bar.remove();
    message.className = 'gl-status gl-error';
    message.replaceChildren(text, ' ', button('Hinweis entfernen', () => line.remove(),
      { class: 'gl-button gl-small', 'aria-label': `Hinweis zu ${file.name} entfernen` }));
    return null;
  };
  return async () => {
    if (file.folder) {
      return refuse('Das ist ein Ordner; bitte wählen Sie die Dateien darin aus.');
    }
    if (file.size > LIMIT) {
      return refuse(`Die Datei ist mit ${formatSize(file.size)} zu groß; erlaubt sind höchstens 50 MB.`);
    }
    const data = new FormData();
    data.append('file', file);
    data.append('name', file.name.replace(/\.[^.]+$/, ''));
    Object.entries(fields).forEach(([name, value]) => data.append(name, value));
    try {
      const answer = await upload(path, data, (share) => {
        bar.value = share;
        message.textContent = share < 1 ? '' : 'Die Datei wird geprüft.';
      });
      bar.value = 1;
      message.className = 'gl-status gl-ok';
      message.textContent = 'hochgeladen';
      return answer;
    } catch (error) {
      return refuse(error.message);
    }
  };
}
