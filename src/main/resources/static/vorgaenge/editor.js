import { baseKeymap, chainCommands, setBlockType, toggleMark } from './editor/prosemirror-commands.js';
import { history, redo, undo } from './editor/prosemirror-history.js';
import { keymap } from './editor/prosemirror-keymap.js';
import { DOMParser as Reader, DOMSerializer, Schema } from './editor/prosemirror-model.js';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from './editor/prosemirror-schema-list.js';
import { EditorState, Plugin } from './editor/prosemirror-state.js';
import {
  addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, tableEditing, tableNodes
} from './editor/prosemirror-tables.js';
import { EditorView } from './editor/prosemirror-view.js';
import { button, element } from './dom.js';

/** An editor for one part of a text. It knows exactly what a text may hold, so nothing is lost when it is stored. */

const tables = tableNodes({ tableGroup: 'block', cellContent: '(paragraph | bullets | numbers)+', cellAttributes: {} });

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*', group: 'block', defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })), toDOM: () => ['h4', 0]
    },
    bullets: {
      content: 'item+', group: 'block list', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0]
    },
    numbers: {
      content: 'item+', group: 'block list', attrs: { start: { default: 1 }, type: { default: null } },
      parseDOM: [{
        tag: 'ol', getAttrs: (node) => ({ start: Number(node.getAttribute('start')) || 1, type: node.getAttribute('type') })
      }],
      toDOM: ({ attrs }) => ['ol', {
        ...(attrs.start === 1 ? {} : { start: attrs.start }), ...(attrs.type ? { type: attrs.type } : {})
      }, 0]
    },
    item: { content: 'paragraph list*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    ...tables,
    text: { group: 'inline' },
    line_break: {
      inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br']
    },
    note: {
      inline: true, group: 'inline', atom: true, attrs: { text: {} },
      parseDOM: [{ tag: 'span[data-note]', getAttrs: (node) => ({ text: node.dataset.note }) }],
      toDOM: ({ attrs }) => ['span', {
        'data-note': attrs.text, class: 'gl-note', title: `Anmerkung: ${words(attrs.text)}`
      }, 'Anm.']
    }
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
    sub: { excludes: 'sup', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    sup: { excludes: 'sub', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] }
  }
});

function words(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

/** Notes are kept where they are referred to, so that they move along with the words. */
function read(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const notes = [...page.querySelectorAll('ol.notes > li')].map((note) => note.innerHTML);
  page.querySelectorAll('ol.notes').forEach((list) => list.remove());
  page.querySelectorAll('sup.note').forEach((mark) => {
    const note = page.createElement('span');
    note.dataset.note = notes[Number(mark.textContent) - 1] ?? '';
    mark.replaceWith(note);
  });
  return Reader.fromSchema(schema).parse(page.body);
}

function write(doc) {
  const body = document.implementation.createHTMLDocument('').body;
  body.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: body.ownerDocument }));
  const notes = body.ownerDocument.createElement('ol');
  notes.className = 'notes';
  body.querySelectorAll('[data-note]').forEach((place) => {
    const note = body.ownerDocument.createElement('li');
    note.innerHTML = place.dataset.note;
    notes.append(note);
    const mark = body.ownerDocument.createElement('sup');
    mark.className = 'note';
    mark.textContent = String(notes.children.length);
    place.replaceWith(mark);
  });
  if (notes.children.length) {
    body.append(notes);
  }
  return body.innerHTML;
}

function insertTable(state, dispatch) {
  if (isInTable(state)) {
    return false;
  }
  const { table, table_row: row, table_header: head, table_cell: cell } = schema.nodes;
  dispatch?.(state.tr.replaceSelectionWith(table.create(null, [head, cell, cell].map((kind) =>
    row.create(null, [0, 1, 2].map(() => kind.createAndFill()))))).scrollIntoView());
  return true;
}

function toggleHeading(state, dispatch) {
  return setBlockType(schema.nodes.heading)(state, dispatch) || setBlockType(schema.nodes.paragraph)(state, dispatch);
}

function hasMark({ selection: { from, $from, to, empty }, storedMarks, doc }, type) {
  return empty ? Boolean(type.isInSet(storedMarks || $from.marks())) : doc.rangeHasMark(from, to, type);
}

const MARKS = [['Fett', 'strong', 'Strg+B'], ['Kursiv', 'em', 'Strg+I'], ['Unterstrichen', 'underline', 'Strg+U'],
  ['Hoch', 'sup', ''], ['Tief', 'sub', '']];
const BLOCKS = [
  ['Zwischentitel', toggleHeading],
  ['Aufzählung', wrapInList(schema.nodes.bullets)],
  ['Nummerierung', wrapInList(schema.nodes.numbers)],
  ['Stufe tiefer', sinkListItem(schema.nodes.item)],
  ['Stufe höher', liftListItem(schema.nodes.item)]
];
const TABLE = [
  ['Tabelle', insertTable], ['Zeile einfügen', addRowAfter], ['Zeile löschen', deleteRow],
  ['Spalte einfügen', addColumnAfter], ['Spalte löschen', deleteColumn], ['Tabelle löschen', deleteTable]
];
const HISTORY = [['Rückgängig', undo], ['Wiederholen', redo]];

/**
 * Puts an editor into the page.
 *
 * @param label what is written in it, for those who hear the page
 * @param html the text to start with
 * @param onChange called after each change
 * @returns its node, and a function that gives the text
 */
export function editor(label, html, onChange) {
  const place = element('div', { class: 'gl-editor-text' });
  let view;
  const run = (command) => () => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const marks = MARKS.map(([name, mark, keys]) => ({
    node: tool(name, run(toggleMark(schema.marks[mark])), keys), mark: schema.marks[mark]
  }));
  const commands = [BLOCKS, TABLE, [['Anmerkung', askForNote]], HISTORY].map((group) =>
    group.map(([name, command]) => ({ node: tool(name, run(command)), command })));
  const toolbar = element('div', { class: 'gl-editor-tools', role: 'toolbar', 'aria-label': `${label} gestalten` },
    element('span', { class: 'gl-editor-group' }, marks.map(({ node }) => node)),
    commands.map((group) => element('span', { class: 'gl-editor-group' }, group.map(({ node }) => node))));
  const question = element('div', { class: 'gl-editor-question', hidden: true });
  const node = element('div', { class: 'gl-editor' }, toolbar, question, place);
  rove(toolbar);

  /** Asks for the words of a note below the toolbar; the sandbox of the web applications forbids dialogs. */
  function askForNote(state, dispatch) {
    const at = state.selection.node?.type === schema.nodes.note ? state.selection.node : null;
    if (dispatch) {
      const input = element('input', { type: 'text', 'aria-label': 'Text der Anmerkung', maxlength: 2000 });
      input.value = at ? words(at.attrs.text) : '';
      const close = () => {
        question.hidden = true;
        view.focus();
      };
      const put = () => {
        const text = input.value.trim();
        if (text) {
          const escaped = element('span', {}, text).innerHTML;
          view.dispatch(view.state.tr.replaceSelectionWith(schema.nodes.note.create({ text: escaped })));
        }
        close();
      };
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          put();
        } else if (event.key === 'Escape') {
          close();
        }
      });
      question.replaceChildren(input, button('Einfügen', put), button('Abbrechen', close));
      question.hidden = false;
      setTimeout(() => input.focus());
    }
    return true;
  }

  function show(state) {
    marks.forEach((one) => one.node.setAttribute('aria-pressed', String(hasMark(state, one.mark))));
    commands.flat().forEach((one) => one.node.setAttribute('aria-disabled', String(!one.command(state))));
  }

  view = new EditorView(place, {
    state: EditorState.create({
      doc: read(html),
      plugins: [
        keymap({
          'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo,
          'Mod-b': toggleMark(schema.marks.strong), 'Mod-i': toggleMark(schema.marks.em),
          'Mod-u': toggleMark(schema.marks.underline),
          'Shift-Enter': (state, dispatch) => {
            dispatch?.(state.tr.replaceSelectionWith(schema.nodes.line_break.create()).scrollIntoView());
            return true;
          },
          Enter: chainCommands(splitListItem(schema.nodes.item), baseKeymap.Enter)
        }),
        keymap(baseKeymap), history(), tableEditing(),
        new Plugin({ view: () => ({ update: ({ state }) => show(state) }) })
      ]
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) {
        onChange();
      }
    }
  });
  show(view.state);
  return { node, html: () => write(view.state.doc), destroy: () => view.destroy() };
}

function tool(name, onclick, keys = '') {
  return button(name, onclick, {
    class: 'gl-button gl-small', tabindex: -1, title: keys || null,
    // The selection stays where it is.
    onmousedown: (event) => event.preventDefault()
  });
}

/** One stop for the tabulator; arrows move within. */
function rove(toolbar) {
  const tools = [...toolbar.querySelectorAll('button')];
  tools[0].tabIndex = 0;
  toolbar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const from = tools.indexOf(event.target);
      const to = tools[(from + step + tools.length) % tools.length];
      tools[from].tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    }
  });
}
