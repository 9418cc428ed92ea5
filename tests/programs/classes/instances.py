# COMPARE: exact
import math
from collections import namedtuple
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Point:
    count = 0
    scale = 2.0

    def __init__(self, x, y=0.0):
        self.x = x
        self.y = y
        Point.count += 1

    def norm(self):
        return math.sqrt(self.x**2 + self.y**2)

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    @property
    def double(self):
        return self.scale * self.x

    @staticmethod
    def origin():
        return Point(0.0, 0.0)

    @classmethod
    def unit(cls):
        return cls(1.0, 0.0)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Point(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __len__(self):
        return 2


p = Point(3.0, 4.0)
q = p.moved(1.0, -1.0)
print(p.norm(), q, p + q, p * 2.0, p == q, p == Point(3.0, 4.0), len(p), p.double, Point.count)
print(Point.origin(), Point.unit(), p is q, p is p)
q.x += 10.0
alias = q
alias.y = 7.5
print(q, alias is q)
pts = [Point(1.0), Point(2.0, 3.0)]
pts.append(p)
print(pts, [r.norm() for r in pts])


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class Stack:
    def __init__(self):
        self.head = None
        self.size = 0

    def push(self, value):
        node = Node(value)
        node.next = self.head
        self.head = node
        self.size += 1

    def pop(self):
        node = self.head
        self.head = node.next
        self.size -= 1
        return node.value


s = Stack()
for i in range(4):
    s.push(i * i)
print(s.size, s.pop(), s.pop(), s.size)
node = s.head
while node is not None:
    print(node.value)
    node = node.next


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        else:
            if self.right is None:
                self.right = Tree(key)
            else:
                self.right.insert(key)

    def walk(self, out):
        if self.left is not None:
            self.left.walk(out)
        out.append(self.key)
        if self.right is not None:
            self.right.walk(out)


t = Tree(5)
for k in [2, 8, 1, 9, 4]:
    t.insert(k)
found = []
t.walk(found)
print(found)


@dataclass
class Body:
    name: str
    mass: float = 1.0
    position: list = field(default_factory=list)

    def heavier(self, other):
        return self.mass > other.mass


a = Body("a", 2.0)
b = Body("b")
a.position.append(1.5)
print(a, b, a.heavier(b), a == Body("a", 2.0, [1.5]), a == b)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


versions = [Version(1, 2), Version(0, 9), Version(1)]
print(sorted(versions), max(versions), Version(1) < Version(2), {Version(1): "x"})


class Pair(NamedTuple):
    first: int
    second: float = 0.5


pair = Pair(3)
one, two = pair
print(pair, one, two, pair[0], pair.second, len(pair))
Edge = namedtuple("Edge", ["u", "v", "w"])
edges = [Edge(0, 1, 2.5), Edge(1, 2, 0.5)]
for e in edges:
    print(e.u, e.v, e.w, e)


class Shape:
    def __init__(self, name):
        self.name = name

    def describe(self):
        return self.name + " of area " + str(self.area())

    def area(self):
        return 0.0


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


print(Square(3.0).describe(), Shape("none").describe(), isinstance(Square(1.0), Shape))


class Grid:
    def __init__(self, n):
        self.data = np.zeros((n, n))

    def __getitem__(self, key):
        i, j = key
        return self.data[i, j]

    def __setitem__(self, key, value):
        i, j = key
        self.data[i, j] = value


g = Grid(3)
g[1, 2] = 5.0
g.data[0] += 1.0
print(g[1, 2], g.data)
