# COMPARE: exact
import math
import sys
from dataclasses import dataclass, field
from typing import NamedTuple, Optional, List, Dict, Tuple
import numpy as np


class Reading(NamedTuple):
    time: float
    value: float
    label: str = "none"


@dataclass
class Station:
    name: str
    readings: List[Reading] = field(default_factory=list)
    offset: float = 0.0

    def add(self, t, v, *, label="raw"):
        self.readings.append(Reading(t, v + self.offset, label))

    @property
    def mean(self) -> float:
        if not self.readings:
            return math.nan
        return sum(r.value for r in self.readings) / len(self.readings)

    def window(self, start: float, stop: float) -> List[Reading]:
        return [r for r in self.readings if start <= r.time < stop]

    def __len__(self):
        return len(self.readings)

    def __iter__(self):
        return iter(self.readings)


def summarize(stations: Dict[str, Station], verbose: bool = False) -> List[Tuple[str, float]]:
    out = []
    for name, s in sorted(stations.items()):
        m = s.mean
        if verbose:
            print(f"{name:>8s} n={len(s):03d} mean={m:+8.3f}")
        out.append((name, m))
    out.sort(key=lambda p: (-p[1], p[0]))
    return out


def parse(line: str) -> Optional[Reading]:
    parts = [p.strip() for p in line.split(",")]
    if len(parts) < 2:
        return None
    try:
        t, v = float(parts[0]), float(parts[1])
    except ValueError as e:
        print("bad line:", e)
        return None
    else:
        return Reading(t, v, *parts[2:3])


TEXT = """0.0, 1.5, a
0.5, 2.5
1.0, x, b
1.5
2.0, -3.25, c"""

stations = {n: Station(n, offset=i * 0.5) for i, n in enumerate(["north", "south", "east"])}
for line in TEXT.splitlines():
    r = parse(line)
    if r is None:
        continue
    print(r)
    for s in stations.values():
        s.add(r.time, r.value, label=r.label.upper())
print(summarize(stations, verbose=True))
print(stations["south"].window(0.25, 2.5))
print(max(stations["east"], key=lambda r: r.value))
a = np.array([[r.time, r.value] for r in stations["north"]])
print(a, a.mean(axis=0))
labels = {r.label for s in stations.values() for r in s}
print(sorted(labels), len(labels))
best, *rest = summarize(stations)
print(best, rest)
print(stations["north"])
