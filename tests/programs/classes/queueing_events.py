# COMPARE: rtol 1e-9
"""A priority-queue event simulation with several kinds of events."""
import heapq

import numpy as np
from collections import deque
from dataclasses import dataclass, field
from typing import Optional

@dataclass(order=True)
class Event:
    time: float
    seq: int
    kind: str = field(compare=False)
    customer: int = field(compare=False, default=-1)

class Queue:
    def __init__(self, servers: int, rng: np.random.Generator):
        self.free = servers
        self.waiting: deque[int] = deque()
        self.events: list[Event] = []
        self.rng = rng
        self.seq = 0
        self.arrived: dict[int, float] = {}
        self.waits: list[float] = []
        self.busy = 0.0

    def push(self, time, kind, customer=-1):
        heapq.heappush(self.events, Event(time, self.seq, kind, customer))
        self.seq += 1

    def start(self, now, customer):
        self.free -= 1
        service = self.rng.exponential(0.8)
        self.busy += service
        self.waits.append(now - self.arrived.pop(customer))
        self.push(now + service, "leave", customer)

    def run(self, n):
        t = 0.0
        for i in range(n):
            t += self.rng.exponential(0.5)
            self.push(t, "arrive", i)
        handled = 0
        while self.events:
            e = heapq.heappop(self.events)
            handled += 1
            if e.kind == "arrive":
                self.arrived[e.customer] = e.time
                if self.free > 0:
                    self.start(e.time, e.customer)
                else:
                    self.waiting.append(e.customer)
            elif e.kind == "leave":
                self.free += 1
                if self.waiting:
                    self.start(e.time, self.waiting.popleft())
            else:
                raise AssertionError(f"unknown event {e.kind!r}")
        return handled, e.time

q = Queue(2, np.random.default_rng(42))
n, end = q.run(500)
w = np.array(q.waits)
print(n, f"{end:.6f} {w.mean():.6f} {np.percentile(w, 95):.6f} {q.busy / end / 2:.4f}", (w > 0).sum())
print(Event(1.0, 0, "x") < Event(1.0, 1, "a"), Event(2.0, 0, "x"))
