// Rectangles and lines of a diagram: { x, y, width, height } and { x, y }, in pixels.

/** How far, in pixels, a line may end from the shape it belongs to. */
const TOLERANCE = 2;

export function hasArea(bounds) {
  return [bounds?.x, bounds?.y].every(Number.isFinite) && bounds.width > 0 && bounds.height > 0;
}

export function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer, inner) {
  return inner.x >= outer.x && inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

/**
 * Whether a line's end lies on the shape: on the border of a rectangle; anywhere in the box of a circle or a diamond,
 * whose border runs inside it.
 */
export function touches(point, bounds, rectangle) {
  const inBox = contains(grow(bounds, TOLERANCE), { ...point, width: 0, height: 0 });
  const inside = contains(grow(bounds, -TOLERANCE), { ...point, width: 0, height: 0 });
  return inBox && !(rectangle && inside);
}

/** Whether the line crosses the inside of the box. */
export function crosses(waypoints, bounds) {
  const box = grow(bounds, -TOLERANCE);
  return waypoints.slice(1).some((end, index) => segmentCrosses(waypoints[index], end, box));
}

function grow({ x, y, width, height }, by) {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

// Clips the segment to the box, axis by axis (Liang and Barsky): something is left when it crosses.
function segmentCrosses(from, to, box) {
  let enter = 0;
  let leave = 1;
  for (const [start, delta, low, high] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height]
  ]) {
    if (delta === 0) {
      if (start <= low || start >= high) {
        return false;
      }
      continue;
    }
    const [first, last] = [(low - start) / delta, (high - start) / delta].sort((a, b) => a - b);
    enter = Math.max(enter, first);
    leave = Math.min(leave, last);
  }
  return enter < leave;
}
