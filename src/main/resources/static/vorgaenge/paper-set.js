import { ApiError } from './api.js';
import { button, element, singleRunner, statusLine } from './dom.js';

/** Papers that are ticked in a list, and the button that makes one PDF of them. */
export function paperSet() {
  const chosen = new Set();
  const status = statusLine();
  const run = singleRunner();
  const print = button('Als ein PDF', () => run(print, status, async () => {
    const query = [...chosen].map((id) => `id=${id}`).join('&');
    await save(`/api/paper-set?${query}`);
    status.done('Das PDF ist heruntergeladen. Seine erste Seite sagt, was es enthält.');
  }));
  const count = element('span');
  const node = element('div', { class: 'gl-toolbar', hidden: true }, count, print, status.node);
  const counted = () => {
    node.hidden = !chosen.size;
    count.textContent = chosen.size === 1 ? '1 Vorlage ausgewählt' : `${chosen.size} Vorlagen ausgewählt`;
  };
  return {
    node,
    checkbox(id, label) {
      const box = element('input',
        { type: 'checkbox', checked: chosen.has(id), 'aria-label': `${label} für ein gemeinsames PDF auswählen` });
      box.addEventListener('change', () => {
        if (box.checked) {
          chosen.add(id);
        } else {
          chosen.delete(id);
        }
        status.clear();
        counted();
      });
      return box;
    },
    clear() {
      chosen.clear();
      counted();
    }
  };
}

/** Fetched first, so that a refusal is a sentence on the page and not a tab full of signs. */
async function save(path) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin' });
  } catch {
    throw new ApiError('Der Server ist nicht erreichbar. Bitte versuchen Sie es erneut.', 0);
  }
  if (!response.ok) {
    const answer = await response.json().catch(() => ({}));
    throw new ApiError(answer.message ?? 'Das PDF konnte nicht erstellt werden.', response.status);
  }
  const link = element('a', { href: URL.createObjectURL(await response.blob()), download: 'Vorlagen.pdf' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
