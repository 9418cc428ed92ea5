# COMPARE: exact
import itertools
import numpy as np
from collections import Counter, defaultdict
from dataclasses import dataclass, field

@dataclass
class Sensor:
    name: str
    readings: list = field(default_factory=list)
    def mean(self):
        return sum(self.readings) / len(self.readings) if self.readings else None

class Broken(RuntimeError):
    def __init__(self, sensor, value):
        super().__init__(f"{sensor}: bad reading {value}")
        self.value = value

sensors = {n: Sensor(n) for n in ("t1", "t2", "t3")}
rng = np.random.default_rng(3)
data = rng.normal(20, 2, size=(40, 3)).round(2)
errors = Counter()
for row in data:
    for (name, s), v in zip(sensors.items(), row):
        try:
            if v > 23:
                raise Broken(name, v)
            s.readings.append(float(v))
        except Broken as e:
            errors[name] += 1
            worst = max(e.value, 23)
for s in sorted(sensors.values(), key=lambda s: -s.mean()):
    print(f"{s.name:>4} {s.mean():.3f} {len(s.readings)} {errors[s.name]}")
print(errors.most_common(2), round(float(worst), 2))
groups = defaultdict(set)
for k, v in itertools.chain([("a", 1), ("b", 2)], [("a", 3)]):
    groups[k].add(v)
print(dict(groups), [sorted(g) for g in groups.values()])
m = np.array([s.readings[:5] for s in sensors.values()])
print(m.shape, m.mean(axis=1).round(3), np.corrcoef(m)[0, 1].round(6))
