import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosen, HERE, ROOT } from './files.mjs';
import {
  bottom, centre, grow, hull, overlap, right, runsThrough, segments, withoutCommonStart
} from './geometry.mjs';
import { read } from './moddle.mjs';
import { GRID, route } from './router.mjs';
import { fits, labelSize } from './text.mjs';

const EVENT = 36;
const GATEWAY = 50;
const TASK = { width: 100, height: 80 };
const WIDEST = 240;
const COLUMN_GAP = 50;
const ROW_GAP = 40;
const LABEL_GAP = 6;
const PADDING = { left: 40, top: 50, right: 40, bottom: 30 };
const ORIGIN = { x: 160, y: 80 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { cells: { type: 'string', default: path.join(HERE, 'layout') } }
});

for (const file of chosen(positionals, 'processes', '.bpmn')) {
  try {
    await renew(file);
  } catch (error) {
    console.error(`${path.relative(ROOT, file)}: ${error.message}`);
    process.exitCode = 1;
  }
}

async function renew(file) {
  const { rootElement, xml } = await read(file);
  const [model] = rootElement.rootElements.filter(element => element.$type === 'bpmn:Process');
  const cellsFile = path.join(options.cells, `${model.id}.json`);
  const cells = fs.existsSync(cellsFile) ? JSON.parse(fs.readFileSync(cellsFile, 'utf8')) : {};
  rejectUnknown(model, cells, cellsFile);
  const drawing = moved(layOut(model, cells), ORIGIN);
  fs.writeFileSync(file, withDiagram(xml, diagram(model, drawing)));
  console.log(`${path.relative(ROOT, file)}: laid out`);
}

function rejectUnknown(process, cells, cellsFile) {
  const ids = new Set(nodesBelow(process).map(node => node.id));
  const unknown = Object.keys(cells).filter(id => !ids.has(id));
  if (unknown.length) {
    throw new Error(`${path.relative(ROOT, cellsFile)} names elements that the model lacks: ${unknown.join(', ')}`);
  }
}

function nodesBelow(scope) {
  return nodesOf(scope).flatMap(node => [node, ...nodesBelow(node)]);
}

function nodesOf(scope) {
  return (scope.flowElements ?? []).filter(element => element.$instanceOf('bpmn:FlowNode'));
}

function kindOf(node) {
  return ['Event', 'Gateway', 'SubProcess'].find(type => node.$instanceOf(`bpmn:${type}`))?.toLowerCase() ?? 'task';
}

/**
 * Lays out what lies directly in a process or subprocess, subprocesses from the inside out.
 *
 * @returns `{shapes, edges}`: per element id `{element, box, label?}` and `{element, points, label?}`
 */
function layOut(scope, cells) {
  const nodes = nodesOf(scope);
  const inner = new Map(nodes.filter(node => kindOf(node) === 'subprocess')
    .map(node => [node.id, layOut(node, cells)]));
  const attached = nodes.filter(node => node.attachedToRef);
  const below = nodes.filter(node => node.triggeredByEvent && !cells[node.id]);
  const placed = nodes.filter(node => !attached.includes(node) && !below.includes(node));
  const grid = gridOf(scope, placed, attached, inner, cells);
  const shapes = new Map(placed.map(node => [node.id, { element: node, box: grid.box(node) }]));
  attached.forEach((node, i) => {
    shapes.set(node.id, { element: node, box: attachedBox(node, i, shapes, grid, cells) });
  });
  const flows = scope.flowElements.filter(element => element.$type === 'bpmn:SequenceFlow');
  const ways = route([...shapes.values()].map(shape => routable(shape, cells)),
    flows.map(({ id, sourceRef, targetRef }) => ({ id, source: sourceRef.id, target: targetRef.id })),
    [...shapes.values()].filter(({ element }) => needsLabel(element)).map(shape => labelPlaces(shape, cells)[0]));
  const edges = new Map(flows.map(element => [element.id, { element, points: ways.get(element.id) }]));
  placeLabels(shapes, edges, cells);
  for (const [id, drawing] of inner) {
    if (shapes.has(id)) {
      embed(drawing, shapes, edges, shapes.get(id).box);
    }
  }
  stackBelow(below, inner, shapes, edges);
  return { shapes, edges };
}

/** Columns and rows as wide and high as their elements and labels need. */
function gridOf(scope, nodes, attached, inner, cells) {
  const missing = nodes.filter(node => !cells[node.id]);
  if (missing.length) {
    throw new Error(`Give a column and a row in ${scope.id} to: ${missing.map(node => node.id).join(', ')}`);
  }
  const sizes = new Map(nodes.map(node => [node.id, sizeOf(node, inner)]));
  const column = node => cells[node.id][0];
  const row = node => cells[node.id][1];
  const spans = node => cells[node.id].length === 3;
  const columns = [...new Set(nodes.map(column))].sort((a, b) => a - b);
  const rows = [...new Set(nodes.map(row))].sort((a, b) => a - b);
  const widths = columns.map(c => evenUp(Math.max(40,
    ...nodes.filter(node => column(node) === c && !spans(node)).map(node => sizes.get(node.id).width))));
  const gaps = columns.map((c, i) => Math.max(COLUMN_GAP, ...nodes.filter(node => column(node) === c && !spans(node))
    .map(node => gapForLabel(node, columns[i + 1], widths[i], widths[i + 1]))));
  const spanOf = node => {
    const first = columns.indexOf(column(node));
    const count = columns.filter(c => c >= column(node) && c <= cells[node.id][2]).length;
    return { first, count };
  };
  nodes.filter(spans).sort((a, b) => spanOf(a).count - spanOf(b).count).forEach(node => {
    const { first, count } = spanOf(node);
    const room = sum(widths.slice(first, first + count)) + sum(gaps.slice(first, first + count - 1));
    gaps[first + Math.max(0, count - 2)] += Math.max(0, Math.ceil((sizes.get(node.id).width - room) / GRID) * GRID);
  });
  const lefts = columns.map((_, i) => sum(widths.slice(0, i)) + sum(gaps.slice(0, i)));
  let y = 0;
  const middles = rows.map(r => {
    const members = nodes.filter(node => row(node) === r);
    y = Math.ceil((y + Math.max(...members.map(node => extent(node, sizes, attached, cells).up))) / GRID) * GRID;
    const middle = y;
    y += Math.max(...members.map(node => extent(node, sizes, attached, cells).down)) + ROW_GAP;
    return middle;
  });

  /** A gap in which the names of the flows into the next column find their place. */
  function gapForLabel(node, next, width, nextWidth) {
    return Math.max(0, ...(node.outgoing ?? []).map(flow => [flow, nodes.find(other => other === flow.targetRef)])
      .filter(([flow, target]) => flow.name && target && column(target) === next)
      .map(([flow, target]) => {
        const before = row(target) === row(node) ? (width - sizes.get(node.id).width) / 2 : width / 2;
        const after = spans(target) ? 0 : (nextWidth - sizes.get(target.id).width) / 2;
        return Math.ceil((labelSize(flow.name).width + 26 - before - after) / GRID) * GRID;
      }));
  }

  return {
    centreOf: c => lefts[columns.indexOf(c)] + widths[columns.indexOf(c)] / 2,
    box(node) {
      const { width, height } = sizes.get(node.id);
      const i = columns.indexOf(column(node));
      const x = spans(node) ? lefts[i] : lefts[i] + (widths[i] - width) / 2;
      return { x, y: middles[rows.indexOf(row(node))] - height / 2, width, height };
    }
  };
}

/** How far an element with its label and boundary events reaches above and below its row's middle. */
function extent(node, sizes, attached, cells) {
  const half = sizes.get(node.id).height / 2;
  const label = needsLabel(node) ? labelSize(node.name).height + LABEL_GAP : 0;
  const guests = side => Math.max(0, ...attached.filter(guest => guest.attachedToRef === node)
    .filter(guest => sideOf(guest, cells) === side)
    .map(guest => Math.max(EVENT / 2, labelSize(guest.name ?? '').height + LABEL_GAP)));
  const above = kindOf(node) === 'gateway';
  return {
    up: half + (above ? label : 0) + guests('top'),
    down: half + (above ? 0 : label) + guests('bottom')
  };
}

function sizeOf(node, inner) {
  switch (kindOf(node)) {
    case 'event': return { width: EVENT, height: EVENT };
    case 'gateway': return { width: GATEWAY, height: GATEWAY };
    case 'subprocess': {
      const { width, height } = hull(partsOf(inner.get(node.id)));
      return {
        width: evenUp(width + PADDING.left + PADDING.right),
        height: evenUp(height + PADDING.top + PADDING.bottom)
      };
    }
    default: {
      let { width, height } = TASK;
      while (!fits(node, width, height) && width < WIDEST) {
        width += 2 * GRID;
      }
      return { width, height };
    }
  }
}

/** Rounds up so that half of it lies on the grid. */
function evenUp(length) {
  return Math.ceil(length / (2 * GRID)) * 2 * GRID;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function sideOf(guest, cells) {
  return cells[guest.id]?.[0] ?? 'bottom';
}

function attachedBox(guest, order, shapes, grid, cells) {
  const host = shapes.get(guest.attachedToRef.id).box;
  const column = cells[guest.id]?.[1];
  const x = column === undefined ? centre(host).x + 20 - 50 * (order % 2) : grid.centreOf(column);
  const y = sideOf(guest, cells) === 'top' ? host.y : bottom(host);
  return { x: x - EVENT / 2, y: y - EVENT / 2, width: EVENT, height: EVENT };
}

function routable({ element, box }, cells) {
  return { id: element.id, kind: kindOf(element), box, sides: element.attachedToRef && [sideOf(element, cells)] };
}

function needsLabel(element) {
  return Boolean(element.name) && (element.$instanceOf('bpmn:SequenceFlow')
    || ['event', 'gateway'].includes(kindOf(element)));
}

function placeLabels(shapes, edges, cells) {
  const labels = [];
  const boxes = [...shapes.values()].map(shape => grow(shape.box, 2));
  const lines = [...edges.values()].flatMap(edge => segments(edge.points));
  const free = place => !boxes.some(box => overlap(box, place)) && !labels.some(label => overlap(grow(label, 3), place))
    && !lines.some(line => runsThrough(line, grow(place, 2)));
  const put = (item, places) => {
    item.label = places.find(free) ?? places[0];
    labels.push(item.label);
  };
  [...shapes.values()].filter(({ element }) => needsLabel(element))
    .forEach(shape => put(shape, labelPlaces(shape, cells)));
  [...edges.values()].filter(({ element }) => needsLabel(element))
    .forEach(edge => put(edge, linePlaces(edge, ownPoints(edge, edges))));
}

/** Where the label of an event or gateway may stand, the best place first. */
function labelPlaces({ element, box }, cells) {
  const size = labelSize(element.name);
  const middle = centre(box);
  const at = (x, y) => ({ x: Math.round(x), y: Math.round(y), ...size });
  const above = box.y - LABEL_GAP - size.height;
  const below = bottom(box) + LABEL_GAP;
  const leftward = middle.x - LABEL_GAP - size.width;
  const rightward = middle.x + LABEL_GAP;
  const beside = y => [at(right(box) + 4, y), at(box.x - 4 - size.width, y)];
  if (element.attachedToRef) {
    return beside(sideOf(element, cells) === 'top' ? middle.y - LABEL_GAP - size.height : middle.y + LABEL_GAP);
  }
  const centred = [at(middle.x - size.width / 2, below), at(middle.x - size.width / 2, above)];
  const corners = [at(leftward, above), at(leftward, above - 12), at(rightward, above),
    at(leftward, below), at(rightward, below)];
  const apart = [20, 40, 60].flatMap(step => [at(middle.x - size.width / 2, above - step),
    at(middle.x - size.width / 2, below + step), at(leftward - step, above), at(rightward + step, above)]);
  return [...(kindOf(element) === 'gateway' ? centred.reverse() : centred), ...corners,
    ...beside(middle.y + LABEL_GAP), ...beside(middle.y - LABEL_GAP - size.height), ...apart];
}

/** The way points of a flow without the part that it shares with others from the same source. */
function ownPoints({ element, points }, edges) {
  return [...edges.values()]
    .filter(other => other.element !== element && other.element.sourceRef === element.sourceRef)
    .map(other => withoutCommonStart(points, other.points).points[0])
    .reduce((shortest, own) => lengthOf(own) < lengthOf(shortest) ? own : shortest, points);
}

function lengthOf(points) {
  return sum(segments(points).map(([a, b]) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)));
}

/**
 * Where the label of a flow may stand: beside its first piece, near its source, on either side. Where it shares its
 * start with another flow, beside its level piece, which nobody takes for the other one's.
 */
function linePlaces({ element, points }, own) {
  const { width, height } = labelSize(element.name);
  const at = (x, y) => ({ x, y, width: width, height });
  const pieces = segments(own).slice(0, 3);
  const level = ([a, b]) => a.y === b.y;
  const marked = element.sourceRef.default === element;
  const ordered = own[0] === points[0] ? pieces : [...pieces.filter(level), ...pieces.filter(piece => !level(piece))];
  return ordered.flatMap(([a, b]) => [0, 10, 20, 40, 60, 80].flatMap(step => {
    const start = (marked ? 18 : 6) + step;
    if (a.y === b.y) {
      const x = b.x > a.x ? a.x + start : a.x - start - width;
      return [at(x, a.y - height - 3), at(x, a.y + 3)];
    }
    const y = b.y > a.y ? a.y + start : a.y - start - height;
    return [at(a.x + 5, y), at(a.x - 5 - width, y)];
  }));
}

function partsOf({ shapes, edges }) {
  return [...shapes.values(), ...edges.values()].flatMap(item => [item.box, item.label, ...item.points ?? []])
    .filter(Boolean);
}

/** Puts the inside of a subprocess into its box, in the middle of what is free. */
function embed(drawing, shapes, edges, box) {
  const size = hull(partsOf(drawing));
  const spare = box.width - PADDING.left - PADDING.right - size.width;
  const inside = moved(drawing, {
    x: Math.floor((box.x + PADDING.left + spare / 2) / GRID) * GRID,
    y: box.y + PADDING.top
  });
  inside.shapes.forEach((shape, id) => shapes.set(id, shape));
  inside.edges.forEach((edge, id) => edges.set(id, edge));
}

/** Moves a drawing so that its upper left corner lies at the given point. */
function moved({ shapes, edges }, to) {
  const from = hull(partsOf({ shapes, edges }));
  const dx = Math.round((to.x - from.x) / GRID) * GRID;
  const dy = Math.round((to.y - from.y) / GRID) * GRID;
  const shift = item => item && { ...item, x: item.x + dx, y: item.y + dy };
  const all = items => new Map([...items].map(([id, item]) => [id, {
    ...item, box: shift(item.box), label: shift(item.label), points: item.points?.map(shift)
  }]));
  return { shapes: all(shapes), edges: all(edges) };
}

/** Puts event subprocesses without a cell below everything else, side by side as long as there is room. */
function stackBelow(nodes, inner, shapes, edges) {
  if (!nodes.length) {
    return;
  }
  const main = hull(partsOf({ shapes, edges }));
  let x = snapUp(main.x);
  let y = snapUp(bottom(main) + ROW_GAP);
  let lowest = y;
  for (const node of nodes) {
    const size = sizeOf(node, inner);
    if (x > main.x && x + size.width > right(main)) {
      x = snapUp(main.x);
      y = lowest + ROW_GAP;
    }
    shapes.set(node.id, { element: node, box: { x, y, ...size } });
    embed(inner.get(node.id), shapes, edges, shapes.get(node.id).box);
    x += size.width + COLUMN_GAP;
    lowest = Math.max(lowest, y + size.height);
  }
}

function snapUp(value) {
  return Math.ceil(value / GRID) * GRID;
}

function diagram(process, { shapes, edges }) {
  const bounds = box => `<dc:Bounds x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" />`;
  const lines = [];
  const add = (depth, text) => lines.push(`${'  '.repeat(depth)}${text}`);
  const label = item => {
    if (item.label) {
      add(4, '<bpmndi:BPMNLabel>');
      add(5, bounds(item.label));
      add(4, '</bpmndi:BPMNLabel>');
    }
  };
  add(1, '<bpmndi:BPMNDiagram id="BPMNDiagram_1">');
  add(2, `<bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="${process.id}">`);
  for (const [id, shape] of shapes) {
    const more = shape.element.$type === 'bpmn:ExclusiveGateway' ? ' isMarkerVisible="true"'
      : kindOf(shape.element) === 'subprocess' ? ' isExpanded="true"' : '';
    add(3, `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}>`);
    add(4, bounds(shape.box));
    label(shape);
    add(3, '</bpmndi:BPMNShape>');
  }
  for (const [id, edge] of edges) {
    add(3, `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">`);
    edge.points.forEach(point => add(4, `<di:waypoint x="${point.x}" y="${point.y}" />`));
    label(edge);
    add(3, '</bpmndi:BPMNEdge>');
  }
  add(2, '</bpmndi:BPMNPlane>');
  add(1, '</bpmndi:BPMNDiagram>');
  return lines.join('\n');
}

/** Replaces the diagram of a model and leaves every other character as it is. */
function withDiagram(xml, text) {
  const bare = xml.replace(/\s*<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '');
  const end = bare.lastIndexOf('</bpmn:definitions>');
  return `${bare.slice(0, end).trimEnd()}\n${text}\n${bare.slice(end).trimEnd()}\n`;
}
