# COMPARE: exact
import sys
import numpy as np
from itertools import combinations, permutations, combinations_with_replacement, pairwise, starmap, chain, groupby, islice
from dataclasses import dataclass


@dataclass
class Spring:
    k: float
    def force(self, x):
        return -self.k * x


class Drag:
    def __init__(self, c=0.1, power=1):
        self.c, self.power = c, power
    def force(self, v):
        return -self.c * np.sign(v) * np.abs(v) ** self.power
    def __repr__(self):
        return f"Drag({self.c}, {self.power})"


args = [0.5, 2]
forces = [Spring(2.0)]
for n in range(2):
    forces.append(Drag(*args[:n]))
x = np.linspace(-1, 1, 5)
total = np.zeros(5)
for f in forces:
    total += f.force(x)
    if isinstance(f, Drag):
        print(f, f.c)
print(total, [type(f).__name__ for f in forces], forces)
items = [len(sys.argv) * (3 * i % 4) + 1 for i in range(4)]
print(list(combinations(items, 2)), list(combinations(items, 1)), list(combinations(items, 0)), len(list(combinations(items, 4))), list(combinations(items, 5)))
print(sorted(permutations(items, 3))[:3], len(list(permutations(items))), list(combinations_with_replacement(items[:2], 3)))
print([b - a for a, b in pairwise(items)], list(starmap(max, zip(items, items[::-1]))), list(islice(chain(items, items), 1, 7, 2)))
it = iter(items)
print(next(it), sum(it), list(it))
for key, group in groupby(sorted(items), key=lambda v: v % 2):
    print(key, list(group))
first, *middle, last = items
print(first, middle, last)
try:
    a, *b, c, d, e, g = items[:3]
except ValueError as err:
    print("ValueError:", err)
