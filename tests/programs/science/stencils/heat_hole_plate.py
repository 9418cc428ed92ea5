# COMPARE: rtol 1e-9
"""Steady temperature of a plate with a cold hole, by damped iteration."""
import numpy as np


def masks(n):
    y = np.arange(n)[:, np.newaxis]
    x = np.arange(n)[np.newaxis, :]
    hole = (x - 20) ** 2 + (y - 12) ** 2 < 36
    hot = (np.abs(x - 7) <= 2) & (np.abs(y - 22) <= 2)
    return hole, hot


def relax(t, fixed, weight):
    new = t.copy()
    average = 0.25 * (t[:-2, 1:-1] + t[2:, 1:-1] + t[1:-1, :-2] + t[1:-1, 2:])
    new[1:-1, 1:-1] = (1 - weight) * t[1:-1, 1:-1] + weight * average
    new[fixed] = t[fixed]
    new[0], new[-1] = new[1], new[-2]
    new[:, 0], new[:, -1] = new[:, 1], new[:, -2]
    return new


def iterate(t, fixed, tol):
    steps = 0
    while True:
        new = relax(t, fixed, 0.9)
        change = np.max(np.abs(new - t))
        t = new
        steps += 1
        if change < tol or steps == 400:
            return t, steps, change


n = 32
hole, hot = masks(n)
t = np.full((n, n), 20.0)
t[hot] = 100.0
t[hole] = 0.0
t, steps, change = iterate(t, hole | hot, 1e-3)
print("hole cells", int(hole.sum()), "hot cells", int(hot.sum()))
print(f"steps {steps} change {change:.10f}")
for label, region in (("hole", hole), ("hot", hot), ("rest", ~(hole | hot))):
    inside = t[region]
    print(f"{label:>5}: {inside.size:4d} cells, mean {inside.mean():12.8f}, max {inside.max():12.8f}")
print(t[::6, ::6])
