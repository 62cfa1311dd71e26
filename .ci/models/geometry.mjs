/** Right and lower edge of a box `{x, y, width, height}`. */
export const right = box => box.x + box.width;
export const bottom = box => box.y + box.height;

/** The centre of a box. */
export const centre = box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The box grown by a margin on all sides. */
export function grow(box, margin) {
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
}

/** Whether two boxes share an area; touching edges do not count. */
export function overlap(a, b) {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** Whether box `inner` lies within box `outer`. */
export function contains(outer, inner) {
  return inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);
}

/** The straight pieces of a line of way points. */
export function segments(points) {
  return points.slice(1).map((end, i) => [points[i], end]);
}

/** The box around an upright or level piece; without area for a single line. */
export function around([a, b]) {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Whether an upright or level piece runs through the inside of a box. */
export function runsThrough(segment, box) {
  const line = around(segment);
  return line.x < right(box) && right(line) > box.x && line.y < bottom(box) && bottom(line) > box.y;
}

/** Whether two upright or level pieces have a point in common. */
export function meet(first, second) {
  const a = around(first);
  const b = around(second);
  return a.x <= right(b) && b.x <= right(a) && a.y <= bottom(b) && b.y <= bottom(a);
}

/** The smallest box around boxes and points. */
export function hull(items) {
  const x = Math.min(...items.map(item => item.x));
  const y = Math.min(...items.map(item => item.y));
  return {
    x,
    y,
    width: Math.max(...items.map(item => item.x + (item.width ?? 0))) - x,
    height: Math.max(...items.map(item => item.y + (item.height ?? 0))) - y
  };
}

/** Cuts off the last part that two lines of way points share; `at` is the point where they join, if they do. */
export function withoutCommonEnd(first, second) {
  const a = [...first];
  const b = [...second];
  let at;
  while (a.length && b.length && same(a.at(-1), b.at(-1))) {
    at = a.at(-1);
    const [nextA, nextB] = [a.at(-2), b.at(-2)];
    if (!nextA || !nextB || direction(at, nextA) !== direction(at, nextB)) {
      break;
    }
    const [lengthA, lengthB] = [length(at, nextA), length(at, nextB)];
    if (lengthA <= lengthB) {
      a.pop();
      same(nextA, nextB) ? b.pop() : b.splice(-1, 1, nextA);
    } else {
      b.pop();
      a.splice(-1, 1, nextB);
    }
  }
  return { points: [a, b], at };
}

function same(a, b) {
  return a.x === b.x && a.y === b.y;
}

function direction(from, to) {
  return `${Math.sign(to.x - from.x)} ${Math.sign(to.y - from.y)}`;
}

function length(a, b) {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** Cuts off the first part that two lines of way points share; `at` is the point where they part, if they do. */
export function withoutCommonStart(first, second) {
  const { points, at } = withoutCommonEnd([...first].reverse(), [...second].reverse());
  return { points: points.map(line => line.reverse()), at };
}
