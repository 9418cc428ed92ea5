# Lists, dicts, sets and classes
# ----
values = [1, "a"]
values.append(2.0)
# ----
values = []
values.append("a")
values.append(3)
values.shuffle()
values[0:1] = 5
del values[0].x
# ----
prices = {"a": 1.0}
prices[[1]] = 2.0
prices[3] = 2.0
print(prices["a":"b"])
prices.setdefault()
prices.update([1, 2])
prices.spam()
print(dict([1, 2]))
# ----
names = {"a", "b"}
print(names[0])
names[0] = "c"
names += {"d"}
del names[0]
print(names | {1})
names.add([1])
print(names < 5)
# ----
import numpy as np

def f(n):
    return 1

items = [f, f]
print(items == items)
items.append(zip([1], [2]))
np.array([f, f])
# ----
print([y := x for x in range(3)])
print([x for x in range(3) for y in 5])
# ----
print(sum([[1], [2]], 5))
print(max([f"a", 1]))
print(",".join([1]))
print(",".join(5))
print("a b".split(1, 2, 3))
print(list(5))
print(sorted([1j, 2j]))
# ----
from collections import defaultdict, Counter, deque
d = defaultdict(5)
e = defaultdict(complex)
q = deque([1, 2])
print(q[0:1])
# ----
class Point:
    def __init__(self, x):
        self.x = x

p = Point(1, 2)
print(p.y)
print(Point.z)
Point.z = 1
p.x = "text"
print(p[0])
p[0] = 1
p[0] += 1
del p[0]
print(len(p))
for item in p:
    print(item)
print(p < p)
print(p + p)
p()
# ----
class Empty:
    pass

Empty(1)
# ----
from dataclasses import dataclass, field

@dataclass(frozen=True)
class Item:
    name: str
    size: int = 0
    tags: int = field(repr=False)

item = Item("a", 1, 2)
item.size = 5
Item()
Item("a", name="b")
Item("a", other=1)
# ----
class Base:
    pass

class Other:
    pass

class Both(Base, Other):
    pass
# ----
class Odd(int):
    pass

Odd(1)
# ----
class Loop:
    for i in range(3):
        print(i)

Loop()
# ----
@staticmethod
class Decorated:
    pass
# ----
def f():
    super().run()

class Base:
    pass

class Derived(Base):
    def run(self):
        super().run()

f()
Derived().run()
# ----
class Text:
    def __str__(self):
        return 5

print(Text())
