# COMPARE: rtol 1e-9
"""Heat in a plate with a round hole and a fixed hot spot, explicit in time."""
import numpy as np


def make_masks(n):
    y, x = np.mgrid[0:n, 0:n]
    hole = (x - 20) ** 2 + (y - 12) ** 2 < 36
    hot = (np.abs(x - 7) <= 2) & (np.abs(y - 22) <= 2)
    return hole, hot


def step(t, hole, hot, rate):
    total = np.zeros_like(t)
    count = np.zeros(t.shape, dtype=int)
    for axis in (0, 1):
        for shift in (1, -1):
            other = np.roll(t, shift, axis=axis)
            valid = ~np.roll(hole, shift, axis=axis)
            if shift == 1:
                if axis == 0:
                    valid[0, :] = False
                else:
                    valid[:, 0] = False
            elif axis == 0:
                valid[-1, :] = False
            else:
                valid[:, -1] = False
            total += np.where(valid, other, 0.0)
            count += valid
    new = t + rate * (total - count * t)
    new[hole] = 0.0
    new[hot] = 100.0
    return new


n = 32
hole, hot = make_masks(n)
t = np.zeros((n, n))
t[hot] = 100.0
history = np.zeros(5)
for it in range(200):
    if it % 40 == 0:
        history[it // 40] = t[~hole].mean()
    t = step(t, hole, hot, 0.2)
print("hole cells", int(hole.sum()), "hot cells", int(hot.sum()))
print("mean temperature", history)
print("monotone:", bool((np.diff(history) > 0).all()))
print("hole stays cold:", float(np.abs(t[hole]).max()) == 0.0)
print(f"far corner {t[0, -1]:.10f} near {t[22, 12]:.10f}")
