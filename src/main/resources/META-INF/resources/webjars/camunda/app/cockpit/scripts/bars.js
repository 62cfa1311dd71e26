import { element } from '/vorgaenge/dom.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Numbers as bars. A row is { label, count, text, kind }: the text stands beside the bar, so that it takes neither
 * colour nor shape to read it; the kind colours the bar (late, near).
 */
export function bars(caption, heading, rows) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return element('table', { class: 'gl-bars' },
    element('caption', { class: 'gl-hidden' }, caption),
    element('thead', { class: 'gl-hidden' }, element('tr', {}, element('th', { scope: 'col' }, heading),
      element('td'), element('th', { scope: 'col' }, 'Anzahl'))),
    element('tbody', {}, rows.map((row) => element('tr', {},
      element('th', { scope: 'row' }, row.label),
      element('td', { class: 'gl-bar-cell' }, bar(row.count / most, row.kind)),
      element('td', {}, row.text ?? String(row.count))))));
}

function bar(share, kind) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 10');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String(Math.max(share * 100, share > 0 ? 1 : 0)));
  rect.setAttribute('height', '10');
  rect.setAttribute('class', kind ? `gl-bar-${kind}` : 'gl-bar');
  svg.append(rect);
  return svg;
}
