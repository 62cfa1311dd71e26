import { remove, send, upload } from './api.js';
import { button, element, field, formatDate, formatDateTime, formatSize, section, statusLine, textarea } from './dom.js';
import { mountPaperView } from './paper-view.js';
import { previewOf } from './preview.js';
import { uploadQueue } from './uploads.js';

const NAME = 500;

/** Shows a paper's attachments. Until it is signed files can be added, afterwards only supplements. */
export function mountAttachments(node, paperId, onPaper) {
  const queue = uploadQueue();
  return mountPaperView(node, paperId, (paper, view) => {
    const open = paper.mayEdit && paper.state !== 'SIGNED';
    return [
      list(paper, view, open),
      open && additions(paper, view, queue),
      paper.released && paper.maySupplement && supplementForm(paper, view)
    ].filter(Boolean);
  }, onPaper);
}

function list(paper, view, open) {
  const items = paper.attachments.map((attachment) => item(paper, attachment, view, open));
  return section('Anlagen',
    frozen(paper) && paper.attachments.length > 0 && element('p', { class: 'gl-hint' },
      'Die Vorlage ist gezeichnet: Ihre Anlagen bleiben, wie sie sind.'),
    items.length ? element('ol', { class: 'gl-files' }, items) : element('p', {}, 'Die Vorlage hat keine Anlagen.'));
}

function frozen(paper) {
  return paper.released || paper.state === 'SIGNED';
}

function item(paper, attachment, view, open) {
  const path = `/api/papers/${paper.id}/attachments/${attachment.id}`;
  const status = statusLine();
  const place = element('div');
  const own = open && !attachment.supplementOn;
  const draft = own && paper.state === 'DRAFT';
  return element('li', { 'data-attachment': attachment.id },
    element('div', { class: 'gl-file-head' },
      element('div', { class: 'gl-file-name' },
        element('p', {}, element('strong', {}, label(attachment)), ': ', attachment.name),
        element('p', {}, badges(paper, attachment)),
        attachment.fileName ? origin(path, attachment)
          : element('p', { class: 'gl-hint' }, 'Diese Anlage liegt nur den Beteiligten vor.')),
      element('div', { class: 'gl-row-actions' },
        attachment.fileName && previewButton(path, attachment, place),
        own && newVersion(path, attachment, view, status),
        draft && describing(path, attachment, view, place),
        draft && moves(paper, attachment, view, status),
        draft && deletion(path, attachment, view, status))),
    place, status.node,
    attachment.fileName && details(path, attachment, place));
}

function label(attachment) {
  return attachment.mainText ? 'Text der Vorlage' : `Anlage ${attachment.number}`;
}

function badges(paper, { mainText, printed, publicAttachment, supplementOn }) {
  const badge = (text, more = '') => element('span', { class: `gl-tag ${more}` }, text);
  return [
    supplementOn && badge(`Ergänzung vom ${formatDate(supplementOn)}`),
    !mainText && badge(printed ? 'wird mitgedruckt' : 'wird nicht mitgedruckt'),
    publicAttachment && paper.publicPaper ? badge('öffentlich') : badge('nichtöffentlich', 'gl-closed')
  ].filter(Boolean);
}

function origin(path, { fileName, size, version, addedAt, addedBy }) {
  const since = [version > 1 && `Fassung ${version}`, addedAt && `vom ${formatDateTime(addedAt)}`,
    addedBy && `von ${addedBy}`].filter(Boolean).join(' ');
  return element('p', {}, element('a', { href: path, download: fileName }, fileName),
    element('span', { class: 'gl-hint' }, ` (${formatSize(size)})${since ? ` · ${since}` : ''}`));
}

function previewButton(path, attachment, place, version) {
  return /^image\/|\/pdf$/.test(attachment.mediaType) && button('Vorschau', () => {
    place.replaceChildren(previewOf(`${label(attachment)}: ${attachment.name}`, path, version, () =>
      place.replaceChildren()));
  }, { class: 'gl-button gl-small', 'aria-label': `Vorschau von ${label(attachment)}` });
}

function details(path, attachment, place) {
  return element('details', {}, element('summary', {}, attachment.formerVersions.length
    ? `Prüfsumme und frühere Fassungen (${attachment.formerVersions.length})` : 'Prüfsumme'),
  element('p', {}, 'SHA-256: ', element('span', { class: 'gl-hash' }, attachment.hash)),
  attachment.formerVersions.length > 0 && element('ul', {}, attachment.formerVersions.map((one) =>
    element('li', {}, origin(`${path}?version=${one.version}`, one),
      element('p', { class: 'gl-hint gl-hash' }, one.hash),
      previewButton(path, attachment, place, one.version)))));
}

/** The number of the attachment stays, and the former file with it. */
function newVersion(path, attachment, view, status) {
  const file = element('input', { type: 'file', hidden: true, 'aria-hidden': 'true', tabindex: -1 });
  const choose = button('Neue Fassung', () => file.click(),
    { class: 'gl-button gl-small', 'aria-label': `Neue Fassung von ${label(attachment)} hochladen` });
  file.addEventListener('change', () => view.run(choose, status, async () => {
    const data = new FormData();
    data.append('file', file.files[0]);
    file.value = '';
    const answer = await upload(`${path}/versions`, data,
      (share) => status.say(`Wird hochgeladen: ${Math.round(share * 100)} %`));
    await view.changed(answer, `${label(attachment)} hat eine neue Fassung; die frühere bleibt lesbar.`);
  }));
  return [choose, file];
}

function describing(path, attachment, view, place) {
  const trigger = button('Ändern', () => {
    const status = statusLine();
    const name = element('input', { type: 'text', required: true, maxlength: NAME, value: attachment.name });
    const printed = check(attachment.printed);
    const open = check(attachment.publicAttachment);
    const save = element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Speichern');
    const form = element('form', { class: 'gl-panel', novalidate: true },
      field('Bezeichnung', name), field('wird mitgedruckt', printed), publicField(open),
      element('div', { class: 'gl-actions' }, save, button('Abbrechen', () => {
        place.replaceChildren();
        trigger.focus();
      }), status.node));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      view.run(save, status, async () => {
        if (!name.value.trim()) {
          name.focus();
          throw new Error('Bitte geben Sie an, wie die Anlage heißen soll.');
        }
        const answer = await send('PUT', path,
          { name: name.value.trim(), printed: printed.checked, publicAttachment: open.checked });
        await view.changed(answer, `${label(attachment)} ist geändert.`);
      });
    });
    place.replaceChildren(form);
    name.focus();
  }, { class: 'gl-button gl-small', 'aria-label': `${label(attachment)} ändern` });
  return trigger;
}

function check(checked) {
  const box = element('input', { type: 'checkbox' });
  box.checked = checked;
  return box;
}

function publicField(input) {
  return field('öffentlich', input,
    'Ohne Häkchen bekommen nur die Beteiligten die Datei; die gedruckte Vorlage nennt sie trotzdem.');
}

function moves(paper, attachment, view, status) {
  const numbered = paper.attachments.filter((one) => !one.mainText && !one.supplementOn);
  const index = numbered.findIndex((one) => one.id === attachment.id);
  if (index < 0 || numbered.length < 2 || paper.revision > 0) {
    return null;
  }
  const move = (words, symbol, other) => button(symbol, (event) => view.run(event.target, status, async () => {
    const order = numbered.map((one) => one.id);
    [order[index], order[other]] = [order[other], order[index]];
    const answer = await send('PUT', `/api/papers/${paper.id}/attachments`, { attachments: order });
    await view.changed(answer, `${attachment.name} ist jetzt Anlage ${other + 1}.`);
  }), {
    class: 'gl-button gl-small', title: words, 'aria-label': `${label(attachment)} ${words}`,
    disabled: other < 0 || other >= numbered.length
  });
  return [move('nach oben', '↑', index - 1), move('nach unten', '↓', index + 1)];
}

/** Deleting asks back in place, because the web applications' sandbox forbids dialogs. */
function deletion(path, attachment, view, status) {
  const cell = element('span', { class: 'gl-row-actions' });
  const ask = button('Löschen', () => {
    cell.replaceChildren('Wirklich löschen?', confirm, cancel);
    cancel.focus();
  }, { class: 'gl-button gl-small', 'aria-label': `${label(attachment)} löschen` });
  const confirm = button('Ja, löschen', () => view.run(confirm, status, async () => {
    await view.changed(await remove(path), 'Die Anlage ist gelöscht.');
  }), { class: 'gl-button gl-small gl-danger' });
  const cancel = button('Abbrechen', () => {
    cell.replaceChildren(ask);
    ask.focus();
  }, { class: 'gl-button gl-small' });
  cell.append(ask);
  return cell;
}

/** A place to drop files on, with a button for who has no mouse. */
function additions(paper, view, queue) {
  const printed = check(true);
  const open = check(true);
  const mainText = check(false);
  const hasText = paper.attachments.some((attachment) => attachment.mainText);
  const take = (files) => queue.add([...files], view, {
    path: `/api/papers/${paper.id}/attachments`,
    fields: { printed: printed.checked, publicAttachment: open.checked, mainText: mainText.checked }
  });
  const file = element('input', { type: 'file', multiple: true });
  file.addEventListener('change', () => {
    take(file.files);
    file.value = '';
  });
  // The browser's own button speaks the browser's language.
  const choose = button('Dateien auswählen', () => file.click(), { class: 'gl-button gl-primary' });
  const area = element('div', { class: 'gl-drop' },
    element('p', {}, 'Ziehen Sie Dateien hierher, oder wählen Sie sie aus: PDF, Word, Excel, PowerPoint, OpenDocument, '
      + 'PNG, JPEG, TXT oder CSV, je Datei höchstens 50 MB.'),
    file, choose, field('wird mitgedruckt', printed), publicField(open),
    !hasText && field('Das ist der Text der Vorlage selbst', mainText,
      'Das gedruckte Dokument ist dann sein Vorblatt.'));
  dropping(area, take);
  return section('Anlagen hinzufügen', area, queue.node);
}

function dropping(area, take) {
  const over = (event) => {
    event.preventDefault();
    area.classList.toggle('gl-over', event.type === 'dragover');
  };
  area.addEventListener('dragover', over);
  area.addEventListener('dragleave', over);
  area.addEventListener('drop', (event) => {
    over(event);
    const folders = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry?.()?.isDirectory ?? false);
    take([...event.dataTransfer.files].map((file, index) => folders[index]
      ? { name: file.name, folder: true } : file));
  });
}

function supplementForm(paper, view) {
  const status = statusLine();
  const file = element('input', { type: 'file' });
  const chosen = element('span', { id: 'gl-chosen-supplement' }, 'noch keine Datei ausgewählt');
  const choose = button('Datei auswählen', () => file.click(), { 'aria-describedby': chosen.id });
  const name = element('input', { type: 'text', required: true, maxlength: NAME });
  const reason = textarea('', { required: true, maxlength: 1000 });
  const open = check(true);
  file.addEventListener('change', () => {
    chosen.textContent = file.files[0]?.name ?? 'noch keine Datei ausgewählt';
    name.value ||= file.files[0]?.name.replace(/\.[^.]+$/, '') ?? '';
  });
  const submit = element('button', { type: 'submit', class: 'gl-button gl-primary' }, 'Ergänzung einreichen');
  const form = element('form', { novalidate: true, class: 'gl-form' },
    element('div', { class: 'gl-field gl-file' }, file, choose, chosen), field('Bezeichnung', name),
    field('Begründung', reason,
      'Die Gremien, die noch beraten, sehen die Ergänzung; die freigegebene Vorlage bleibt unverändert.'),
    publicField(open), element('div', { class: 'gl-actions' }, submit, status.node));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    view.run(submit, status, async () => {
      for (const [input, focused, message] of [[file, choose, 'Bitte wählen Sie eine Datei.'],
        [name, name, 'Bitte geben Sie an, wie die Anlage heißen soll.'],
        [reason, reason, 'Bitte begründen Sie die Ergänzung.']]) {
        if (!input.value.trim()) {
          focused.focus();
          throw new Error(message);
        }
      }
      const data = new FormData();
      data.append('file', file.files[0]);
      data.append('name', name.value.trim());
      data.append('reason', reason.value.trim());
      data.append('publicAttachment', open.checked);
      const answer = await upload(`/api/papers/${paper.id}/supplement`, data,
        (share) => status.say(`Wird hochgeladen: ${Math.round(share * 100)} %`));
      await view.changed(answer, 'Die Ergänzung ist nachgereicht.');
    });
  });
  return section('Ergänzung nachreichen', form);
}
