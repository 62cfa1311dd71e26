import { get } from './api.js';
import { button, element, statusLine } from './dom.js';

/** Shows the pages of a file as pictures: nothing that stands in the file runs here. */
export function previewOf(title, path, version, close) {
  const status = statusLine();
  const query = version ? `?version=${version}` : '';
  const place = element('span', { role: 'status', 'aria-live': 'polite' });
  const image = element('img', { alt: '', hidden: true });
  let page = 1;
  let pages = 0;

  function turn(to) {
    page = to;
    place.textContent = `Seite ${page} von ${pages}`;
    image.alt = `${title}, Seite ${page} von ${pages}`;
    image.hidden = false;
    image.src = `${path}/preview/${page}${query}`;
    back.disabled = page <= 1;
    forth.disabled = page >= pages;
  }
  image.addEventListener('error', async () => {
    image.hidden = true;
    try {
      await get(`${path}/preview/${page}${query}`);
    } catch (error) {
      status.fail(error);
    }
  });
  image.addEventListener('load', status.clear);

  const small = { class: 'gl-button gl-small' };
  const back = button('Zurück', () => turn(page - 1), { ...small, disabled: true, 'aria-label': 'Vorige Seite' });
  const forth = button('Weiter', () => turn(page + 1), { ...small, disabled: true, 'aria-label': 'Nächste Seite' });
  const end = button('Vorschau schließen', close, small);
  get(`${path}/preview${query}`).then((answer) => {
    pages = answer.pages;
    turn(1);
    end.focus();
  }, status.fail);
  return element('div', { class: 'gl-preview', role: 'group', 'aria-label': `Vorschau: ${title}` },
    element('div', { class: 'gl-actions' }, back, place, forth, end), status.node, image);
}
