import {
  around, bottom, centre, contains, grow, meet, overlap, right, runsThrough, segments, withoutCommonEnd,
  withoutCommonStart
} from './geometry.mjs';
import { chosen, Findings } from './files.mjs';
import { read } from './moddle.mjs';
import { fits, labelSize, NAME_SIZE, widthOf } from './text.mjs';

const TITLE_HEIGHT = 22;
const findings = new Findings();
const files = chosen(process.argv.slice(2), 'processes', '.bpmn');
await findings.each(files, async file => {
  const { rootElement } = await read(file);
  check(rootElement, message => findings.add(file, message));
});
findings.close('layout-check', files.length);

/** Finds what a reader of the picture would stumble over; every message names the elements. */
function check(definitions, add) {
  const drawn = (definitions.diagrams ?? []).flatMap(diagram => diagram.plane.planeElement ?? []);
  const elements = drawn.filter(di => di.bpmnElement);
  drawn.filter(di => !di.bpmnElement).forEach(di => add(`${di.id} shows an element that is not there`));
  const shapes = elements.filter(di => di.$type === 'bpmndi:BPMNShape')
    .map(di => ({ id: di.bpmnElement.id, element: di.bpmnElement, box: di.bounds }));
  const flows = elements.filter(di => di.$type === 'bpmndi:BPMNEdge')
    .map(di => ({ id: di.bpmnElement.id, element: di.bpmnElement, points: di.waypoint }));
  const labels = elements.filter(di => di.label?.bounds && di.bpmnElement.name)
    .map(di => ({ id: di.bpmnElement.id, element: di.bpmnElement, box: di.label.bounds }));
  const titles = shapes.filter(isContainer).map(({ id, element, box }) => ({
    id,
    element,
    box: { x: centre(box).x - titleWidth(element) / 2, y: box.y, width: titleWidth(element), height: TITLE_HEIGHT }
  }));
  if (!shapes.length) {
    add('there is no diagram');
  }
  checkShapes(shapes, add);
  flows.forEach(flow => checkFlow(flow, shapes, add));
  pairs(flows).forEach(([a, b]) => checkCrossing(a, b, add));
  checkLabels(labels, titles, shapes, flows, add);
  elements.filter(di => needsLabel(di.bpmnElement) && !di.label?.bounds)
    .forEach(di => add(`${di.bpmnElement.id} has a name but no place for it`));
}

function isContainer({ element }) {
  return element.$instanceOf('bpmn:SubProcess');
}

function titleWidth(element) {
  return widthOf(element.name ?? '', NAME_SIZE);
}

function needsLabel(element) {
  return Boolean(element.name)
    && ['bpmn:Event', 'bpmn:Gateway', 'bpmn:SequenceFlow'].some(type => element.$instanceOf(type));
}

function isInside(element, container) {
  return Boolean(element.$parent) && (element.$parent === container || isInside(element.$parent, container));
}

function pairs(items) {
  return items.flatMap((a, i) => items.slice(i + 1).map(b => [a, b]));
}

function checkShapes(shapes, add) {
  for (const [a, b] of pairs(shapes)) {
    const attached = a.element.attachedToRef === b.element || b.element.attachedToRef === a.element;
    const nested = isInside(a.element, b.element) || isInside(b.element, a.element);
    if (!attached && !nested && overlap(a.box, b.box)) {
      add(`${a.id} and ${b.id} overlap`);
    }
  }
  for (const { id, element, box } of shapes) {
    const parent = shapes.find(shape => shape.element === element.$parent);
    if (parent && !contains(parent.box, box)) {
      add(`${id} does not lie within ${parent.id}`);
    }
    const host = shapes.find(shape => shape.element === element.attachedToRef);
    if (host && !onBorder(centre(box), host.box)) {
      add(`${id} does not sit on the border of ${host.id}`);
    }
    if (element.$instanceOf('bpmn:Activity') && !isContainer({ element })
      && !fits(element, box.width, box.height)) {
      add(`the name of ${id} does not fit into its shape`);
    }
  }
}

function onBorder(point, box) {
  return contains(grow(box, 1), { ...point, width: 0, height: 0 })
    && !contains(grow(box, -2), { ...point, width: 0, height: 0 });
}

function checkFlow({ id, element, points }, shapes, add) {
  const ends = [[points[0], element.sourceRef], [points.at(-1), element.targetRef]];
  for (const [point, end] of ends) {
    const shape = shapes.find(candidate => candidate.element === end);
    if (!shape || !onBorder(point, shape.box)) {
      add(`${id} does not dock at ${end.id}`);
    }
  }
  for (const segment of segments(points)) {
    if (segment[0].x !== segment[1].x && segment[0].y !== segment[1].y) {
      add(`${id} has a slanting piece`);
    }
    shapes.filter(shape => !isInside(element, shape.element) && runsThrough(segment, grow(shape.box, -1)))
      .forEach(shape => add(`${id} runs through ${shape.id}`));
  }
}

/** Flows may part after a common start and join for a common end; otherwise two flows have no point in common. */
function checkCrossing(a, b, add) {
  const parted = a.element.sourceRef === b.element.sourceRef
    ? withoutCommonStart(a.points, b.points) : { points: [a.points, b.points] };
  const joined = a.element.targetRef === b.element.targetRef ? withoutCommonEnd(...parted.points) : parted;
  const allowed = [parted.at, joined.at].filter(Boolean);
  const [first, second] = joined.points.map(segments);
  if (first.some(one => second.some(other => meet(one, other) && !allowed.some(at => isOnly(at, one, other))))) {
    add(`${a.id} and ${b.id} cross`);
  }
}

/** Whether the given point is all that two pieces have in common. */
function isOnly(point, one, other) {
  const [a, b] = [around(one), around(other)];
  return Math.max(a.x, b.x) === point.x && Math.min(right(a), right(b)) === point.x
    && Math.max(a.y, b.y) === point.y && Math.min(bottom(a), bottom(b)) === point.y;
}

function checkLabels(labels, titles, shapes, flows, add) {
  for (const { id, element, box } of labels) {
    const needed = labelSize(element.name);
    if (box.height < needed.height - 1) {
      add(`the label of ${id} needs a height of ${needed.height}, but has ${box.height}`);
    }
    shapes.filter(shape => !isInside(element, shape.element) && overlap(shape.box, box))
      .forEach(shape => add(`the label of ${id} overlaps ${shape.id}`));
    shapes.filter(shape => element.$parent === shape.element && !contains(shape.box, box))
      .forEach(shape => add(`the label of ${id} does not lie within ${shape.id}`));
  }
  pairs([...labels, ...titles]).filter(([a, b]) => overlap(a.box, b.box))
    .forEach(([a, b]) => add(`the labels of ${a.id} and ${b.id} overlap`));
  for (const label of [...labels, ...titles]) {
    flows.filter(flow => segments(flow.points).some(segment => runsThrough(segment, label.box)))
      .forEach(flow => add(`${flow.id} runs through the label of ${label.id}`));
  }
}
