/** Widths of Arial in thousandths of the font size, by character; what is missing counts as a digit. */
const WIDTHS = new Map();
const DEFAULT_WIDTH = 556;
for (const [width, characters] of Object.entries({
  191: "'",
  222: 'ijl',
  260: '|',
  278: ' !,./:;I[\\]ft',
  333: '()-`r„“”‚‘’',
  355: '"',
  389: '*',
  500: 'Jcksvxyz–',
  584: '+<=>~',
  611: 'FTZß',
  667: '&ABEKPSVXYÄ',
  722: 'CDHNRUwÜ',
  778: 'GOQÖ',
  833: 'Mm',
  889: '%',
  944: 'W',
  1000: '—…'
})) {
  for (const character of characters) {
    WIDTHS.set(character, Number(width));
  }
}

/** Font size in pixels of labels beside an element, and of names inside one. */
export const LABEL_SIZE = 11;
export const NAME_SIZE = 12;

/** The ratio of line height to font size that bpmn-js draws with. */
const LINE_HEIGHT = 1.2;

/** Every viewer draws labels at least this wide; the Cockpit's older one always. */
const LABEL_WIDTH = 90;

/** Width of a text in one line, in pixels. */
export function widthOf(text, size) {
  return [...text].reduce((sum, character) => sum + (WIDTHS.get(character) ?? DEFAULT_WIDTH), 0) * size / 1000;
}

/** Breaks a text at blanks into lines of at most the given width; a longer word stays whole. */
export function wrap(text, width, size) {
  const lines = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widthOf(longer, size) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** The size `{width, height}` in whole pixels that a label beside its element takes. */
export function labelSize(text) {
  const lines = wrap(text, LABEL_WIDTH - 2, LABEL_SIZE);
  return {
    width: Math.ceil(Math.max(...lines.map(line => widthOf(line, LABEL_SIZE)))) + 3,
    height: Math.ceil(lines.length * LABEL_SIZE * LINE_HEIGHT)
  };
}

/** What a marker (called process, several instances) takes at the lower edge of a task; a name keeps as much above. */
const MARKER_HEIGHT = 20;

/** Whether the name of a task fits into a shape of the given size without a broken word and beside its marker. */
export function fits(task, width, height) {
  const lines = wrap(task.name ?? '', width - 10, NAME_SIZE);
  const marked = task.$instanceOf('bpmn:CallActivity') || task.loopCharacteristics;
  return lines.every(line => widthOf(line, NAME_SIZE) <= width - 10)
    && lines.length * NAME_SIZE * LINE_HEIGHT <= height - (marked ? 2 * MARKER_HEIGHT : 10);
}
