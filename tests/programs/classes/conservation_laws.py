# COMPARE: exact
from abc import ABC, abstractmethod
from enum import Enum
import numpy as np

class Boundary(Enum):
    PERIODIC = "periodic"
    REFLECT = "reflect"

class Solver(ABC):
    def __init__(self, n, boundary=Boundary.PERIODIC):
        self.n = n
        self.boundary = boundary
        self.u = np.zeros(n)
        self.t = 0.0

    @abstractmethod
    def flux(self, u):
        ...

    def pad(self, u):
        if self.boundary is Boundary.PERIODIC:
            return np.concatenate([u[-1:], u, u[:1]])
        return np.concatenate([u[:1], u, u[-1:]])

    def step(self, dt, dx):
        p = self.pad(self.u)
        f = self.flux(p)
        self.u = 0.5 * (p[2:] + p[:-2]) - dt / (2 * dx) * (f[2:] - f[:-2])
        self.t += dt

    def run(self, t_end, cfl=0.5):
        dx = 1.0 / self.n
        steps = 0
        while self.t < t_end:
            dt = min(cfl * dx / max(self.speed(), 1e-12), t_end - self.t)
            self.step(dt, dx)
            steps += 1
        return steps

    def speed(self):
        return 1.0

class Advection(Solver):
    def __init__(self, n, a=1.0, **kw):
        super().__init__(n, **kw)
        self.a = a

    def flux(self, u):
        return self.a * u

    def speed(self):
        return abs(self.a)

class Burgers(Solver):
    def flux(self, u):
        return 0.5 * u ** 2

    def speed(self):
        return np.abs(self.u).max()

x = (np.arange(100) + 0.5) / 100
solvers = [Advection(100, a=2.0), Burgers(100, boundary=Boundary.REFLECT), Advection(100, boundary=Boundary.REFLECT)]
for s in solvers:
    s.u = np.exp(-100 * (x - 0.5) ** 2)
    n = s.run(0.2)
    print(type(s).__name__, s.boundary.name, n, f"{s.u.sum():.10f} {s.u.max():.6f}", isinstance(s, Burgers))
try:
    Solver(4)
except TypeError as e:
    print(e)
