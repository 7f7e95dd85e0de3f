"""Makes src/chart/coast.txt, the land areas of the maps.

The data is Natural Earth 1:10m land, which is in the public domain (https://www.naturalearthdata.com/about/terms-of-use/),
as TopoJSON from the npm package world-atlas 2.0.2:

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz
    python3 scripts/coast.py package/land-10m.json > src/chart/coast.txt

Each line is a closed polygon: longitude and latitude of the first point in hundredths of a degree, then the differences.
Indonesia is kept in more detail than the rest of the world.
"""

import json
import sys

NEAR = (94, -12, 142, 8)
TOLERANCE = (0.025, 0.2)
LEAST_EXTENT = (0.12, 0.7)


def is_near(point):
    west, south, east, north = NEAR
    return west <= point[0] <= east and south <= point[1] <= north


def simplified(points):
    """Douglas-Peucker, with the tolerance of the place of each point."""
    kept = {0, len(points) - 1}
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        worst, at = 1.0, None
        for i in range(first + 1, last):
            x, y = points[i]
            t = max(0, min(1, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0
            far = ((x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2) ** 0.5
            far /= TOLERANCE[0 if is_near(points[i]) else 1]
            if far > worst:
                worst, at = far, i
        if at is not None:
            kept.add(at)
            parts += [(first, at), (at, last)]
    return [points[i] for i in sorted(kept)]


def rings(topology):
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(points)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            # Without lakes.
            ring = []
            for at in polygon[0]:
                arc = arcs[at] if at >= 0 else arcs[~at][::-1]
                ring += arc[1 if ring else 0:]
            yield ring


def main():
    for ring in rings(json.load(open(sys.argv[1]))):
        extent = max(max(p[i] for p in ring) - min(p[i] for p in ring) for i in (0, 1))
        if extent < LEAST_EXTENT[0 if is_near(ring[0]) else 1]:
            continue
        # Two halves, so that a closed ring has a baseline.
        middle = max(range(len(ring)), key=lambda i: abs(ring[i][0] - ring[0][0]) + abs(ring[i][1] - ring[0][1]))
        points = simplified(ring[: middle + 1])[:-1] + simplified(ring[middle:])
        whole = [(round(x * 100), round(y * 100)) for x, y in points[:-1]]
        whole = [p for i, p in enumerate(whole) if i == 0 or p != whole[i - 1]]
        if len(whole) < 3:
            continue
        steps = [whole[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in zip(whole, whole[1:])]
        print(" ".join(f"{x} {y}" for x, y in steps))


main()
