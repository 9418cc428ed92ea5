# COMPARE: rtol 1e-8
"""A plane truss by the direct stiffness method."""
import numpy as np


class Truss:
    def __init__(self, nodes, bars, stiffness):
        self.nodes = np.asarray(nodes, dtype=float)
        self.bars = bars
        self.stiffness = stiffness
        self.loads = np.zeros(2 * len(nodes))
        self.fixed = []

    def fix(self, node):
        self.fixed.append(2 * node)
        self.fixed.append(2 * node + 1)

    def load(self, node, fx, fy):
        self.loads[2 * node] += fx
        self.loads[2 * node + 1] += fy

    def direction(self, a, b):
        d = self.nodes[b] - self.nodes[a]
        length = np.linalg.norm(d)
        return d / length, length

    def assemble(self):
        n = 2 * len(self.nodes)
        k = np.zeros((n, n))
        for a, b in self.bars:
            unit, length = self.direction(a, b)
            block = self.stiffness / length * np.outer(unit, unit)
            ia, ib = slice(2 * a, 2 * a + 2), slice(2 * b, 2 * b + 2)
            k[ia, ia] += block
            k[ib, ib] += block
            k[ia, ib] -= block
            k[ib, ia] -= block
        return k

    def solve(self):
        k = self.assemble()
        free = np.setdiff1d(np.arange(k.shape[0]), self.fixed)
        u = np.zeros(k.shape[0])
        u[free] = np.linalg.solve(k[np.ix_(free, free)], self.loads[free])
        return u

    def forces(self, u):
        out = []
        for a, b in self.bars:
            unit, length = self.direction(a, b)
            out.append(self.stiffness / length * unit @ (u[2 * b:2 * b + 2] - u[2 * a:2 * a + 2]))
        return np.array(out)


nodes = [(0, 0), (1, 0), (2, 0), (3, 0), (0.5, 1), (1.5, 1), (2.5, 1)]
bars = [(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (0, 4), (4, 1), (1, 5), (5, 2), (2, 6), (6, 3)]
truss = Truss(nodes, bars, 1000.0)
truss.fix(0)
truss.fix(3)
truss.load(5, 0.0, -10.0)
u = truss.solve()
f = truss.forces(u)
print("deflection", u.reshape(-1, 2)[5])
for (a, b), value in zip(bars, f):
    kind = "tension" if value > 1e-9 else "compression" if value < -1e-9 else "none"
    print(f"bar {a}-{b}: {value:10.6f} {kind}")
