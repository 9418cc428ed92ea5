# COMPARE: exact
import numpy as np
from collections import deque
from dataclasses import dataclass, field
from typing import List, Optional, Dict, Tuple

@dataclass(order=True)
class Event:
    time: float
    kind: str = field(compare=False)
    who: int = field(default=0, compare=False)

import heapq
class Queue:
    def __init__(self, rng, rate_in, rate_out):
        self.rng = rng
        self.rate_in, self.rate_out = rate_in, rate_out
        self.events: List[Event] = []
        self.waiting = deque()
        self.busy = False
        self.served = 0
        self.wait_total = 0.0
        self.now = 0.0
        self.next_id = 0
        self.arrivals: Dict[int, float] = {}
    def schedule(self, dt, kind, who=0):
        heapq.heappush(self.events, Event(self.now + dt, kind, who))
    def start(self, who):
        self.busy = True
        self.wait_total += self.now - self.arrivals[who]
        self.schedule(self.rng.exponential(1 / self.rate_out), "done", who)
    def run(self, n):
        self.schedule(self.rng.exponential(1 / self.rate_in), "arrive")
        while self.served < n:
            e = heapq.heappop(self.events)
            self.now = e.time
            if e.kind == "arrive":
                self.next_id += 1
                self.arrivals[self.next_id] = self.now
                if self.busy:
                    self.waiting.append(self.next_id)
                else:
                    self.start(self.next_id)
                self.schedule(self.rng.exponential(1 / self.rate_in), "arrive")
            else:
                self.served += 1
                self.busy = False
                if self.waiting:
                    self.start(self.waiting.popleft())
        return self.wait_total / self.served
q = Queue(np.random.default_rng(1), 1.0, 1.5)
print(round(q.run(500), 6), q.served, len(q.waiting), round(q.now, 4))

@dataclass
class Body:
    name: str
    mass: float
    pos: np.ndarray
    vel: np.ndarray
    trail: List[Tuple[float, float]] = field(default_factory=list)
    @property
    def momentum(self):
        return self.mass * self.vel

def accelerations(bodies: List[Body]) -> np.ndarray:
    acc = np.zeros((len(bodies), 2))
    for i, a in enumerate(bodies):
        for j, b in enumerate(bodies):
            if i != j:
                d = b.pos - a.pos
                acc[i] += b.mass * d / np.linalg.norm(d) ** 3
    return acc
bodies = [Body("sun", 1.0, np.zeros(2), np.zeros(2)), Body("earth", 1e-3, np.array([1.0, 0.0]), np.array([0.0, 1.0])), Body("mars", 1e-4, np.array([1.5, 0.0]), np.array([0.0, 0.8]))]
dt = 0.01
a = accelerations(bodies)
for stepno in range(200):
    for b, acc in zip(bodies, a):
        b.vel = b.vel + 0.5 * dt * acc
        b.pos = b.pos + dt * b.vel
    a = accelerations(bodies)
    for b, acc in zip(bodies, a):
        b.vel = b.vel + 0.5 * dt * acc
        if stepno % 100 == 0:
            b.trail.append((round(float(b.pos[0]), 4), round(float(b.pos[1]), 4)))
for b in bodies:
    print(b.name, np.round(b.pos, 5), b.trail, np.round(b.momentum, 6))
def find(bodies: List[Body], name: str) -> Optional[Body]:
    for b in bodies:
        if b.name == name:
            return b
    return None
x = find(bodies, "mars")
print(x is not None and x.mass, find(bodies, "pluto") is None, sum(b.mass for b in bodies))
by_name = {b.name: b for b in bodies}
print(sorted(by_name), by_name["earth"].mass)
class Grid:
    def __init__(self, n):
        self.u = np.zeros((n, n))
        self.u[0] = 1.0
        self.iterations = 0
    def __getitem__(self, key):
        return self.u[key]
    def __setitem__(self, key, v):
        self.u[key] = v
    def relax(self, tol):
        while True:
            new = self.u.copy()
            new[1:-1, 1:-1] = 0.25 * (self.u[:-2, 1:-1] + self.u[2:, 1:-1] + self.u[1:-1, :-2] + self.u[1:-1, 2:])
            diff = np.abs(new - self.u).max()
            self.u = new
            self.iterations += 1
            if diff < tol:
                return diff
gr = Grid(12)
gr[5, 5] = 2.0
print(gr.relax(1e-3) < 1e-3, gr.iterations, np.round(gr[1, 1:4], 4), gr.u.sum().round(4))
