import { get, send, upload } from './api.js';
import { button, element, formatDateTime, richText, section, singleRunner, statusLine } from './dom.js';

/** Words of a finding that are shown at once, in letters. */
const SHORT = 200;

/**
 * The text of a paper: edited here or by way of a Word file as long as it is a draft, afterwards shown. What is not
 * stored yet is kept in this window, so that an ended session or another tab takes nothing away.
 */
export function mountText(node, paperId, onPaper = () => {}, taskId = null) {
  const status = statusLine();
  const content = element('div', { class: 'gl-content' });
  const run = singleRunner();
  const path = `/api/papers/${paperId}`;
  const key = `gremienlauf.text.${paperId}`;
  let mounted = true;
  let editors = [];
  node.classList.add('gl-view');
  node.replaceChildren(status.node, content);

  const load = (said) => run(null, status, async () => {
    const answer = await get(`${path}/text`);
    status.clear();
    await show(answer);
    said?.();
  });

  async function show(answer) {
    const { editor } = answer.mayEdit ? await import('./editor.js') : {};
    if (!mounted) {
      return;
    }
    editors.forEach((one) => one.destroy());
    editors = [];
    content.replaceChildren(...(answer.mayEdit ? edit(answer, editor) : [downloads(answer),
      ...answer.text.parts.filter((part) => part.html).map((part) => section(part.heading, richText(part.html)))]));
  }

  function downloads() {
    return element('div', { class: 'gl-toolbar' },
      element('a', { class: 'gl-button', href: `${path}/word`, download: '' }, 'Word-Datei herunterladen'));
  }

  function edit({ text }, editor) {
    const kept = keptText();
    const mine = kept?.version === text.version ? kept : null;
    const saveStatus = statusLine();
    const parts = text.parts.map((part) => {
      const made = editor(part.heading, mine?.parts[part.section] ?? part.html, changed);
      editors.push(made);
      return { ...part, made, before: made.html() };
    });
    if (mine) {
      parts.forEach((part) => {
        part.before = null;
      });
      status.warn(`Ihre nicht gespeicherten Eingaben vom ${formatDateTime(kept.at)} stehen wieder hier.`);
    }
    const save = button('Text speichern', () => run(save, saveStatus, async () => {
      const answer = await send('PUT', `${path}/text`, {
        version: text.version, parts: Object.fromEntries(parts.map((part) => [part.section, part.made.html()]))
      });
      sessionStorage.removeItem(key);
      await stored(answer, 'Der Text ist gespeichert.');
    }), { class: 'gl-button gl-primary' });
    const discard = button('Eingaben verwerfen', () => {
      sessionStorage.removeItem(key);
      load(() => status.say('Ihre Eingaben sind verworfen; hier steht der gespeicherte Text.'));
    });

    function changed() {
      if (parts.some((part) => part.made.html() !== part.before)) {
        sessionStorage.setItem(key, JSON.stringify({
          version: text.version, at: new Date().toISOString(),
          parts: Object.fromEntries(parts.map((part) => [part.section, part.made.html()]))
        }));
        saveStatus.say('Noch nicht gespeichert.');
      } else {
        sessionStorage.removeItem(key);
        saveStatus.clear();
      }
    }

    return [
      word(text, () => parts.some((part) => part.made.html() !== part.before)),
      kept && !mine && element('div', { class: 'gl-section' },
        element('h3', {}, `Ihre Eingaben vom ${formatDateTime(kept.at)}`),
        element('p', {}, 'Der Text wurde inzwischen von jemand anderem geändert. Übernehmen Sie aus Ihren Eingaben, was'
          + ' noch gebraucht wird.'),
        Object.values(kept.parts).map(richText), discard),
      ...parts.map((part) => section(part.heading, part.made.node)),
      element('div', { class: 'gl-actions' }, save, mine && discard, saveStatus.node)
    ].filter(Boolean);
  }

  function keptText() {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  }

  async function stored(answer, sentence) {
    refreshForm(answer.form);
    await show(answer);
    status.done(sentence);
    status.node.focus();
  }

  /** The form that Tasklist keeps in this browser for the task must not bring the old text back. */
  function refreshForm(fields) {
    const name = `camunda-form:${taskId}`;
    try {
      const saved = taskId && JSON.parse(localStorage.getItem(name));
      if (saved) {
        Object.entries(fields).forEach(([field, value]) => {
          if (field in saved) {
            saved[field] = value;
          }
        });
        localStorage.setItem(name, JSON.stringify(saved));
      }
    } catch {
      // A form that cannot be read is not shown either.
    }
  }

  function word(text, unsaved) {
    const wordStatus = statusLine();
    const file = element('input', { type: 'file', accept: '.docx', hidden: true });
    const preview = element('div', { class: 'gl-word-preview', tabindex: -1 });
    const choose = button('Word-Datei hochladen', () => file.click());
    file.addEventListener('change', () => run(choose, wordStatus, async () => {
      preview.replaceChildren();
      const chosen = file.files[0];
      file.value = '';
      if (!chosen) {
        wordStatus.clear();
        return;
      }
      const data = new FormData();
      data.append('file', chosen);
      const found = await upload(`${path}/word/preview`, data);
      wordStatus.clear();
      preview.replaceChildren(...report(found, chosen, unsaved(), preview, wordStatus));
      preview.focus();
    }));
    return section('Word', element('p', {}, 'Laden Sie den Entwurf als Word-Datei herunter, bearbeiten Sie ihn und laden'
      + ' Sie ihn wieder hoch. Was die Datei bewirkt, sehen Sie, bevor Sie es übernehmen.'),
    element('div', { class: 'gl-toolbar' },
      element('a', { class: 'gl-button', href: `${path}/word`, download: '' }, 'Word-Datei herunterladen'), file, choose),
    wordStatus.node, preview);
  }

  function report(found, chosen, unsaved, preview, wordStatus) {
    const same = !found.subject && found.parts.every((part) => part.change === 'SAME' || part.change === 'KEPT');
    const take = button('Text übernehmen', () => run(take, wordStatus, async () => {
      const data = new FormData();
      data.append('file', chosen);
      data.append('version', found.version);
      const answer = await upload(`${path}/word`, data);
      sessionStorage.removeItem(key);
      await stored(answer, `Der Text aus „${found.fileName}“ ist übernommen.`);
    }), { class: 'gl-button gl-primary' });
    const cancel = button('Nicht übernehmen', () => preview.replaceChildren());
    return [
      element('h4', {}, `Was „${found.fileName}“ bewirkt`),
      found.findings.length > 0 && element('div', { class: 'gl-findings' },
        element('p', {}, element('strong', {}, 'Bitte prüfen Sie:')),
        element('ul', {}, found.findings.map((one) => element('li', {}, one.sentence, wordsOf(one))))),
      found.subject && element('p', {}, element('strong', {}, 'Betreff'), ` wird ersetzt: ${found.subject}`),
      found.parts.map((part) => element('details', { open: part.change === 'NEW' },
        element('summary', {}, element('strong', {}, part.heading), ` ${part.changeLabel}`),
        part.change === 'EMPTY' ? element('p', {}, 'kein Text') : richText(part.html))),
      unsaved && element('p', { class: 'gl-status gl-warning' },
        'Ihre noch nicht gespeicherten Eingaben unten werden dabei verworfen.'),
      same && element('p', {}, 'Die Datei ändert nichts am Text.'),
      element('div', { class: 'gl-actions' }, !same && take, cancel)
    ].flat().filter(Boolean);
  }

  load();
  return () => {
    mounted = false;
    editors.forEach((one) => one.destroy());
  };
}

/** The words that a finding is about: a few are shown, many on demand. */
function wordsOf({ texts }) {
  const line = texts.join(' · ');
  return line.length <= SHORT ? line && element('span', { class: 'gl-words' }, ` „${line}“`)
    : element('details', {}, element('summary', {}, 'Wortlaut anzeigen'),
      element('ul', {}, texts.map((words) => element('li', {}, words))));
}

/** Whether something typed in this window is not stored yet. */
export function hasUnsavedText() {
  return Object.keys(sessionStorage).some((key) => key.startsWith('gremienlauf.text.'));
}
