# COMPARE: exact
import numpy as np
import sys
from itertools import combinations, permutations

class Source:
    def __init__(self, rate): self.rate = rate
    def emit(self, t): return self.rate * t
class Pulse(Source):
    def __init__(self, rate, width): super().__init__(rate); self.width = width
    def emit(self, t): return self.rate if t % self.width == 0 else 0.0
class Noise(Source):
    def __init__(self, rate, seed): super().__init__(rate); self.rng = np.random.default_rng(seed)
    def emit(self, t): return self.rate * self.rng.standard_normal()

sources = {}
for i, kind in enumerate(["source", "pulse", "noise", "pulse"]):
    if kind == "pulse":
        sources[f"{kind}{i}"] = Pulse(1.5, i + 1)
    elif kind == "noise":
        sources[f"{kind}{i}"] = Noise(0.1, i)
    else:
        sources[f"{kind}{i}"] = Source(0.5)
table = np.array([[s.emit(t) for s in sources.values()] for t in range(6)])
print(table.round(4), table.sum(axis=0))
best = max(sources.items(), key=lambda kv: kv[1].rate)
print(best[0], best[1].rate, getattr(best[1], "width", None), hasattr(sources["source0"], "width"))
current = sources["source0"]
for name in sorted(sources):
    if sources[name].rate > current.rate:
        current = sources[name]
print(current.rate, isinstance(current, Pulse), current is sources["pulse1"], current == sources["pulse3"])
current.rate = 9.0
print([s.rate for s in sources.values()], current in list(sources.values()))
pick = None
for s in sources.values():
    if isinstance(s, (Pulse, Noise)) and not isinstance(s, Noise):
        pick = s
        break
print(pick.width if pick is not None else "none", pick.emit(4))
try:
    print(sources["source0"].width)
except AttributeError as e:
    print("AttributeError:", e)
try:
    print(list(combinations(list(sources), -1)))
except ValueError as e:
    print("ValueError:", e)
n = len(sys.argv) + 1
print(list(combinations(range(4), n)))
