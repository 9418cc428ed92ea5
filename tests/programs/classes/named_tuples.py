# COMPARE: exact
from typing import NamedTuple
import math

class Vec(NamedTuple):
    x: float
    y: float
    z: float = 0.0

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def scale(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    @property
    def length(self):
        return math.sqrt(self.x ** 2 + self.y ** 2 + self.z ** 2)

v = Vec(3.0, 4.0)
w = v + Vec(1.0, 1.0, 1.0)
print(v, w, v.length, w.scale(2))
x, y, z = w
print(x, y, z, w[0], w[-1], len(w))
print(v._replace(z=2.0), v._asdict())
pts = [Vec(float(i), float(i * i)) for i in range(5)]
print(max(pts, key=lambda p: p.length))
print(sum(p.x for p in pts), [p.y for p in pts])
seen = set()
for p in pts + [Vec(1.0, 1.0)]:
    seen.add(p)
print(len(seen))
d = {Vec(0.0, 0.0): "origin", Vec(1.0, 0.0): "e1"}
print(d[Vec(1.0, 0.0)])
from collections import namedtuple
Point = namedtuple("Point", ["x", "y"])
Edge = namedtuple("Edge", "src dst weight")
e = Edge(1, 2, 0.5)
print(Point(1, 2), e, e.weight, sorted([Edge(2, 3, 0.1), e]))
