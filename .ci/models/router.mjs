import { bottom, grow, hull, right } from './geometry.mjs';

/** Distance of the lines on which flows run, in pixels; the centre of every element lies on one. */
export const GRID = 10;

/** What a way costs besides its length in grid steps. */
const COST = {
  bend: 8,
  crossing: 300,
  merge: 12,
  share: 20,
  nearShape: 2,
  nearFlow: 2,
  label: 5,
  wrongSide: 30,
  upright: { gateway: 2, subprocess: 4, event: 8, task: 12 }
};
const MARGIN = 8;
const PASSES = 5;
const DIRECTIONS = { right: [1, 0], bottom: [0, 1], left: [-1, 0], top: [0, -1] };
const SIDES = Object.keys(DIRECTIONS);
const OPPOSITE = { right: 'left', left: 'right', top: 'bottom', bottom: 'top' };

/**
 * Finds orthogonal ways for the flows of one scope: around shapes, without crossings where there is such a way; flows
 * to the same target may join on their last part, flows from the same source may share their first part where sides
 * run out.
 *
 * @param shapes `[{id, kind, box, sides?}]`; `sides` limits where a flow may leave
 * @param flows `[{id, source, target}]` by ids of shapes
 * @param keepFree boxes that a way should avoid if it can (places for labels)
 * @returns a map from flow id to way points
 */
export function route(shapes, flows, keepFree) {
  const field = new Field(shapes, keepFree);
  const ways = new Map();
  const order = [...flows].sort((a, b) => field.distance(a) - field.distance(b) || (a.id < b.id ? -1 : 1));
  for (let pass = 0; pass < PASSES; pass++) {
    for (const flow of order) {
      ways.delete(flow.id);
      ways.set(flow.id, field.find(flow, [...ways.values()]));
    }
  }
  return new Map([...ways].map(([id, way]) => [id, way.points]));
}

class Field {
  constructor(shapes, keepFree) {
    this.shapes = new Map(shapes.map(shape => [shape.id, shape]));
    const all = grow(hull(shapes.map(shape => shape.box)), 120);
    this.x0 = Math.floor(all.x / GRID) * GRID;
    this.y0 = Math.floor(all.y / GRID) * GRID;
    this.columns = Math.ceil(all.width / GRID) + 2;
    this.rows = Math.ceil(all.height / GRID) + 2;
    this.blocked = new Uint8Array(this.columns * this.rows);
    this.extra = new Float64Array(this.columns * this.rows);
    for (const { box } of shapes) {
      this.#each(grow(box, 2 * GRID), node => { this.extra[node] += COST.nearShape; });
      this.#each(grow(box, MARGIN), node => { this.blocked[node] = 1; });
    }
    keepFree.forEach(box => this.#each(box, node => { this.extra[node] += COST.label; }));
  }

  /** How far apart source and target are; straight ways first. */
  distance({ source, target }) {
    const [a, b] = [source, target].map(id => this.shapes.get(id).box);
    const dx = b.x + b.width / 2 - a.x - a.width / 2;
    const dy = b.y + b.height / 2 - a.y - a.height / 2;
    return Math.abs(dx) + Math.abs(dy) + (dx < 0 ? 2000 : 0) + (dy === 0 ? 0 : 500);
  }

  /** Whether a flow leads straight to the left, as it may in a loop of its own. */
  #leadsBack({ source, target }) {
    const [a, b] = [source, target].map(id => this.shapes.get(id).box);
    return right(b) < a.x && b.y + b.height / 2 === a.y + a.height / 2;
  }

  #node(x, y) {
    return Math.round((y - this.y0) / GRID) * this.columns + Math.round((x - this.x0) / GRID);
  }

  #point(node) {
    return { x: this.x0 + node % this.columns * GRID, y: this.y0 + Math.floor(node / this.columns) * GRID };
  }

  #each(box, action) {
    const left = Math.ceil((box.x - this.x0) / GRID);
    const top = Math.ceil((box.y - this.y0) / GRID);
    for (let y = Math.max(0, top); y <= Math.min(this.rows - 1, (bottom(box) - this.y0) / GRID); y++) {
      for (let x = Math.max(0, left); x <= Math.min(this.columns - 1, (right(box) - this.x0) / GRID); x++) {
        action(y * this.columns + x);
      }
    }
  }

  /** Where a flow may dock: side, point on the border, first free node before it and what it costs. */
  #ports(shape, incoming, backward, taken) {
    const { box } = shape;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const best = incoming === backward ? 'right' : 'left';
    const ports = [];
    for (const side of !incoming && shape.sides || SIDES) {
      const upright = side === 'top' || side === 'bottom';
      const reach = Math.floor(((upright ? box.width : box.height) / 2 - 25) / GRID) * GRID;
      const wide = shape.kind === 'subprocess' && upright;
      for (let offset = wide ? -reach : 0; offset <= (wide ? reach : 0); offset += GRID) {
        const [dx, dy] = DIRECTIONS[side];
        const dock = upright
          ? { x: snap(middle.x + offset), y: side === 'top' ? box.y : bottom(box) }
          : { x: side === 'left' ? box.x : right(box), y: middle.y + offset };
        let { x, y } = upright ? { x: dock.x, y: middle.y } : { x: middle.x, y: dock.y };
        const own = grow(box, MARGIN);
        do {
          x += dx * GRID;
          y += dy * GRID;
        } while (x >= own.x && x <= right(own) && y >= own.y && y <= bottom(own));
        const node = this.#node(x, y);
        const key = `${shape.id} ${side} ${offset}`;
        if (!this.blocked[node] && !taken.has(key)) {
          const cost = side === best ? 0 : side === OPPOSITE[best] ? COST.wrongSide : COST.upright[shape.kind];
          ports.push({ side, dock, node, key, cost });
        }
      }
    }
    return ports;
  }

  /** The cheapest way for a flow among the ways that are there already. */
  find(flow, others) {
    const foreign = new Set();
    const shared = new Set();
    others.forEach(other => {
      (other.source === flow.source ? shared : foreign).add(other.from);
      if (other.target !== flow.target) {
        foreign.add(other.to);
      }
    });
    const backward = this.#leadsBack(flow);
    const starts = this.#ports(this.shapes.get(flow.source), false, backward,
      new Set([...foreign, ...others.map(other => other.to)]));
    const ends = this.#ports(this.shapes.get(flow.target), true, backward, foreign);
    const goals = new Map();
    ends.forEach(port => goals.set(port.node, [...goals.get(port.node) ?? [], port]));
    const used = this.#usage(flow, others);
    const seen = new Map();
    const queue = new Queue();
    for (const port of starts) {
      const cost = shared.has(port.key) ? COST.share : this.#enter(port.node, used, false);
      queue.push(port.cost + cost,
        { node: port.node, side: port.side, start: port, before: null });
    }
    while (queue.size) {
      const { cost, item } = queue.pop();
      if (item.end) {
        return this.#way(flow, item);
      }
      const state = item.node * 4 + SIDES.indexOf(item.side);
      if (seen.has(state)) {
        continue;
      }
      seen.set(state, cost);
      for (const port of goals.get(item.node) ?? []) {
        const arrives = OPPOSITE[port.side];
        if (arrives !== OPPOSITE[item.side]) {
          const bend = arrives === item.side ? 0 : COST.bend + this.#turn(item.node, used);
          queue.push(cost + port.cost + bend, { ...item, end: port });
        }
      }
      for (const side of SIDES) {
        const [dx, dy] = DIRECTIONS[side];
        const x = item.node % this.columns + dx;
        const y = Math.floor(item.node / this.columns) + dy;
        const node = y * this.columns + x;
        const outside = x < 0 || y < 0 || x >= this.columns || y >= this.rows;
        if (side === OPPOSITE[item.side] || outside || this.blocked[node]) {
          continue;
        }
        const edge = dx ? Math.min(item.node, node) * 2 : Math.min(item.node, node) * 2 + 1;
        const owner = used.edges.get(edge);
        if (owner === 'foreign') {
          continue;
        }
        const bend = side === item.side ? 0 : COST.bend + this.#turn(item.node, used);
        const step = 1 + this.extra[node] + bend + this.#enter(node, used, owner !== undefined);
        queue.push(cost + step, { node, side, start: item.start, before: item });
      }
    }
    throw new Error(`There is no way for ${flow.id}: give its elements more room`);
  }

  /** Turning on a foreign way looks like a junction. */
  #turn(node, used) {
    return used.nodes.get(node) === 'foreign' ? COST.crossing : 0;
  }

  #enter(node, used, along) {
    const owner = used.nodes.get(node);
    if (owner === 'foreign' || owner === 'shared' && !along) {
      return COST.crossing;
    }
    if (owner) {
      return along ? 0 : COST.merge;
    }
    return used.near.has(node) ? COST.nearFlow : 0;
  }

  /** Nodes and edges under other ways: `foreign`, or `joined` and `shared` where this flow may run along. */
  #usage(flow, others) {
    const nodes = new Map();
    const edges = new Map();
    const near = new Set();
    for (const other of others) {
      const owner = other.target === flow.target ? 'joined' : other.source === flow.source ? 'shared' : 'foreign';
      other.nodes.forEach((node, i) => {
        if (nodes.get(node) !== 'foreign') {
          nodes.set(node, owner);
        }
        for (const step of [-this.columns, this.columns, -1, 1]) {
          near.add(node + step);
        }
        const next = other.nodes[i + 1];
        if (next !== undefined) {
          const upright = Math.abs(next - node) !== 1;
          edges.set(Math.min(node, next) * 2 + (upright ? 1 : 0), owner);
        }
      });
    }
    return { nodes, edges, near };
  }

  #way(flow, last) {
    const nodes = [];
    for (let item = last; item; item = item.before) {
      nodes.unshift(item.node);
    }
    const points = straighten([last.start.dock, ...nodes.map(node => this.#point(node)), last.end.dock]);
    return { ...flow, from: last.start.key, to: last.end.key, nodes, points };
  }
}

function snap(value) {
  return Math.round(value / GRID) * GRID;
}

/** Leaves out way points in the middle of a straight piece. */
function straighten(points) {
  const result = [];
  for (const point of points) {
    const [a, b] = result.slice(-2);
    if (b && b.x === point.x && b.y === point.y) {
      continue;
    }
    if (a && b && (a.x === b.x && b.x === point.x || a.y === b.y && b.y === point.y)) {
      result.pop();
    }
    result.push(point);
  }
  return result;
}

/** A binary heap: the cheapest first, the older of two equal ones first, so that the result is always the same. */
class Queue {
  #heap = [];
  #count = 0;

  get size() {
    return this.#heap.length;
  }

  push(cost, item) {
    const entry = { cost, item, age: this.#count++ };
    this.#heap.push(entry);
    let i = this.#heap.length - 1;
    while (i > 0 && before(entry, this.#heap[(i - 1) >> 1])) {
      this.#heap[i] = this.#heap[(i - 1) >> 1];
      i = (i - 1) >> 1;
    }
    this.#heap[i] = entry;
  }

  pop() {
    const top = this.#heap[0];
    const entry = this.#heap.pop();
    if (this.#heap.length) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= this.#heap.length) {
          break;
        }
        if (child + 1 < this.#heap.length && before(this.#heap[child + 1], this.#heap[child])) {
          child++;
        }
        if (!before(this.#heap[child], entry)) {
          break;
        }
        this.#heap[i] = this.#heap[child];
        i = child;
      }
      this.#heap[i] = entry;
    }
    return top;
  }
}

function before(a, b) {
  return a.cost < b.cost || a.cost === b.cost && a.age < b.age;
}
