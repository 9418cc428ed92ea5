# COMPARE: exact
"""Bank of filters and a small pipeline of stages."""
import numpy as np
from dataclasses import dataclass, field

@dataclass
class Stage:
    name: str
    def apply(self, x):
        return x

@dataclass
class Gain(Stage):
    k: float = 2.0
    def apply(self, x):
        return self.k * x

@dataclass
class MovingAverage(Stage):
    n: int = 3
    def apply(self, x):
        return np.convolve(x, np.ones(self.n) / self.n, mode="valid")

@dataclass
class Clip(Stage):
    lo: float = -1.0
    hi: float = 1.0
    def apply(self, x):
        return np.clip(x, self.lo, self.hi)

@dataclass
class Pipeline:
    stages: list = field(default_factory=list)
    log: list = field(default_factory=list)
    def add(self, stage):
        self.stages.append(stage)
        return self
    def run(self, x):
        for s in self.stages:
            x = s.apply(x)
            self.log.append((s.name, x.shape[0], round(float(x.sum()), 6)))
        return x

p = Pipeline().add(Gain("gain", 3.0)).add(MovingAverage("avg", n=4)).add(Clip("clip", hi=2.0))
y = p.run(np.sin(np.arange(20) * 0.7))
print(y)
for entry in p.log:
    print(*entry)
print(p.stages[0], p.stages[-1].hi)
print(p.stages)
print(Gain("a") == Gain("a"), Gain("a", 1.0) == Gain("a"))
