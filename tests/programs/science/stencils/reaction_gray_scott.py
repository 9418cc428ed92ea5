# COMPARE: rtol 1e-9
import numpy as np


def lap(z):
    return (
        np.roll(z, 1, 0) + np.roll(z, -1, 0) + np.roll(z, 1, 1) + np.roll(z, -1, 1)
    ) * 0.2 + 0.05 * (
        np.roll(z, (1, 1), (0, 1)) + np.roll(z, (1, -1), (0, 1))
        + np.roll(z, (-1, 1), (0, 1)) + np.roll(z, (-1, -1), (0, 1))
    ) - z


def initial(n):
    u = np.ones((n, n))
    v = np.zeros((n, n))
    c = slice(n // 2 - 4, n // 2 + 4)
    u[c, c] = 0.5
    v[c, c] = 0.25
    v[n // 4, n // 4] = 0.6
    return u, v


def react(u, v, feed, kill, steps):
    for _ in range(steps):
        uvv = u * v * v
        du = 1.0 * lap(u) - uvv + feed * (1.0 - u)
        dv = 0.5 * lap(v) + uvv - (feed + kill) * v
        u += du
        v += dv
    return u, v


n = 40
u, v = initial(n)
for block in range(3):
    react(u, v, 0.035, 0.062, 50)
    active = (v > 0.1).sum()
    print(f"after {50 * (block + 1)}: active {active}, mean u {u.mean():.10f}, mean v {v.mean():.10f}")
print("bounds:", u.min() >= 0.0, u.max() <= 1.0 + 1e-12)
print(v[n // 2, ::5])
