import { remove, upload } from './api.js';
import { button, element, field, formatDate, formatSize, section, statusLine, table, textarea } from './dom.js';
import { mountPaperView } from './paper-view.js';

/** Shows a paper's attachments; before release they can be changed, afterwards only supplements are added. */
export function mountAttachments(node, paperId, onPaper) {
  return mountPaperView(node, paperId, (paper, view) => {
    const changeable = paper.mayEdit && !paper.released;
    return [
      list(paper, view, changeable),
      changeable && uploadForm(paper, view),
      paper.released && paper.maySupplement && supplementForm(paper, view)
    ].filter(Boolean);
  }, onPaper);
}

function list(paper, view, changeable) {
  const status = statusLine();
  const headings = ['Nr.', 'Bezeichnung', 'Datei', 'Größe', 'Umdruck', 'Nachgereicht', 'Von'];
  const rows = paper.attachments.map((attachment) => [
    String(attachment.number), attachment.name, downloadLink(paper, attachment), formatSize(attachment.size),
    usage(attachment), formatDate(attachment.supplementOn),
    attachment.addedBy, ...(changeable ? [deletion(paper, attachment, view, status)] : [])]);
  return section('Anlagen', rows.length
    ? table('Anlagen der Vorlage', changeable ? [...headings, 'Ändern'] : headings, rows)
    : element('p', {}, 'Die Vorlage hat keine Anlagen.'), status.node);
}

function usage({ mainText, printed }) {
  if (mainText) {
    return 'Text der Vorlage';
  }
  return printed ? 'wird mit umgedruckt' : 'nicht umgedruckt';
}

function downloadLink(paper, attachment) {
  return element('a', {
    href: `/api/papers/${paper.id}/attachments/${attachment.id}`, download: attachment.fileName
  }, attachment.fileName);
}

/** Deleting asks back in place, because the web applications' sandbox forbids dialogs. */
function deletion(paper, attachment, view, status) {
  const cell = element('span', { class: 'gl-row-actions' });
  const ask = button('Löschen', () => {
    cell.replaceChildren('Wirklich löschen?', confirm, cancel);
    cancel.focus();
  }, { class: 'gl-button gl-small', 'aria-label': `Anlage ${attachment.number} löschen` });
  const confirm = button('Ja, löschen', () => view.run(confirm, status, async () => {
    const answer = await remove(`/api/papers/${paper.id}/attachments/${attachment.id}`);
    await view.changed(answer, 'Die Anlage ist gelöscht.');
  }), { class: 'gl-button gl-small gl-danger' });
  const cancel = button('Abbrechen', () => {
    cell.replaceChildren(ask);
    ask.focus();
  }, { class: 'gl-button gl-small' });
  cell.append(ask);
  return cell;
}

function uploadForm(paper, view) {
  const printed = element('input', { type: 'checkbox', checked: true });
  const mainText = element('input', { type: 'checkbox' });
  return fileForm(view, {
    title: 'Anlage hinzufügen', action: 'Anlage hochladen', path: `/api/papers/${paper.id}/attachments`,
    done: 'Die Anlage ist hinzugefügt.', fields: [field('wird mit umgedruckt', printed),
      field('Das ist der Text der Vorlage selbst', mainText, 'Das gedruckte Dokument ist dann sein Vorblatt.')],
    fill: (data) => {
      data.append('printed', printed.checked);
      data.append('mainText', mainText.checked);
    }
  });
}

function supplementForm(paper, view) {
  const reason = textarea('', { required: true, maxlength: 1000 });
  return fileForm(view, {
    title: 'Ergänzung nachreichen', action: 'Ergänzung einreichen', path: `/api/papers/${paper.id}/supplement`,
    done: 'Die Ergänzung ist nachgereicht.', fields: [field('Begründung', reason,
      'Die Gremien, die noch beraten, sehen die Ergänzung; die freigegebene Vorlage bleibt unverändert.')],
    fill: (data) => {
      if (!reason.value.trim()) {
        reason.focus();
        throw new Error('Bitte begründen Sie die Ergänzung.');
      }
      data.append('reason', reason.value.trim());
    }
  });
}

function fileForm(view, { title, action, path, done, fields, fill }) {
  const status = statusLine();
  const file = element('input', { type: 'file' });
  const chosen = element('span', { id: `gl-chosen-${path}` }, 'noch keine Datei ausgewählt');
  // The browser's own button speaks the browser's language.
  const choose = button('Datei auswählen', () => file.click(), { 'aria-describedby': chosen.id });
  const name = element('input', { type: 'text', required: true, maxlength: 250 });
  file.addEventListener('change', () => {
    chosen.textContent = file.files[0]?.name ?? 'noch keine Datei ausgewählt';
    name.value ||= file.files[0]?.name.replace(/\.[^.]+$/, '') ?? '';
  });
  const submit = element('button', { type: 'submit', class: 'gl-button gl-primary' }, action);
  const form = element('form', { novalidate: true, class: 'gl-form' },
    element('div', { class: 'gl-field gl-file' }, file, choose, chosen), field('Bezeichnung', name), ...fields,
    element('div', { class: 'gl-actions' }, submit, status.node));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    view.run(submit, status, async () => {
      for (const [input, focused, message] of [[file, choose, 'Bitte wählen Sie eine Datei.'],
        [name, name, 'Bitte geben Sie an, wie die Anlage heißen soll.']]) {
        if (!input.value.trim()) {
          focused.focus();
          throw new Error(message);
        }
      }
      const data = new FormData();
      data.append('file', file.files[0]);
      data.append('name', name.value.trim());
      fill(data);
      await view.changed(await upload(path, data), done);
    });
  });
  return section(title, form);
}
