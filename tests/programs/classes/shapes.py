# COMPARE: exact
"""Shapes with a common base, in lists, dicts and fields."""
import math
import numpy as np

class Shape:
    def __init__(self, name):
        self.name = name
    def area(self):
        raise NotImplementedError("area of " + self.name)
    def describe(self):
        return f"{self.name} with area {self.area():.3f}"

class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r
    def area(self):
        return math.pi * self.r ** 2
    def __repr__(self):
        return f"Circle({self.r})"

class Rect(Shape):
    def __init__(self, w, h):
        super().__init__("rect")
        self.w, self.h = w, h
    def area(self):
        return self.w * self.h
    def __eq__(self, other):
        return isinstance(other, Rect) and self.w == other.w and self.h == other.h

class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s)
        self.name = "square"

shapes = []
for i in range(1, 7):
    if i % 3 == 0:
        shapes.append(Circle(i / 2))
    elif i % 3 == 1:
        shapes.append(Rect(i, 2.0))
    else:
        shapes.append(Square(float(i)))
total = 0.0
for s in shapes:
    print(s.describe())
    total += s.area()
print(f"{total:.4f}", max(shapes, key=lambda s: s.area()).name)
print([type(s).__name__ for s in shapes])
print(sum(isinstance(s, Rect) for s in shapes), sum(1 for s in shapes if isinstance(s, Square)))
by_name = {}
for s in shapes:
    by_name.setdefault(s.name, []).append(s.area())
print({k: round(sum(v), 3) for k, v in by_name.items()})
for s in shapes:
    if isinstance(s, Circle):
        print("r =", s.r, s)
    else:
        print("w, h =", s.w, s.h, s == Rect(2.0, 2.0))
shapes.sort(key=lambda s: -s.area())
print([s.name for s in shapes][:3])
a = np.array([s.area() for s in shapes])
print(a.mean(), a.argmax())
try:
    Shape("blob").describe()
except NotImplementedError as e:
    print("NotImplementedError:", e)

class Canvas:
    def __init__(self, background):
        self.background = background
        self.items = {}
    def put(self, key, shape):
        self.items[key] = shape
        return self

c = Canvas(Circle(1.0)).put("a", Square(2.0)).put("b", Circle(3.0))
c.background = Rect(3, 4)
print(c.background.area(), sorted(c.items), c.items["b"].name, c.items["a"].area())

class Scaled(Shape):
    def __init__(self, inner, k):
        super().__init__("scaled " + inner.name)
        self.inner, self.k = inner, k
    def area(self):
        return self.inner.area() * self.k ** 2

s = Scaled(Scaled(Square(1.0), 2.0), 3.0)
print(s.describe())
def pick(flag):
    return Circle(2) if flag else Square(2)
for flag in (True, False):
    p = pick(flag)
    p.name = p.name.upper()
    print(p.name, p.area())
