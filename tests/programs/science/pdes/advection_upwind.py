# COMPARE: rtol 1e-9
import numpy as np


def upwind(u, c):
    return u - c * (u - np.roll(u, 1))


def lax_wendroff(u, c):
    right = np.roll(u, -1)
    left = np.roll(u, 1)
    return u - 0.5 * c * (right - left) + 0.5 * c * c * (right - 2.0 * u + left)


def minmod(a, b):
    return np.where(a * b > 0, np.where(np.abs(a) < np.abs(b), a, b), 0.0)


def limited(u, c):
    slope = minmod(u - np.roll(u, 1), np.roll(u, -1) - u)
    face = u + 0.5 * (1.0 - c) * slope
    return u - c * (face - np.roll(face, 1))


def profile(x):
    square = np.where((x > 0.1) & (x < 0.3), 1.0, 0.0)
    bump = np.exp(-((x - 0.7) / 0.05) ** 2)
    return square + bump


def run(scheme, u, c, steps):
    for _ in range(steps):
        if scheme == 0:
            u = upwind(u, c)
        elif scheme == 1:
            u = lax_wendroff(u, c)
        else:
            u = limited(u, c)
    return u


n = 120
x = (np.arange(n) + 0.5) / n
start = profile(x)
names = ("upwind", "lax-wendroff", "minmod")
for scheme, name in enumerate(names):
    u = run(scheme, start, 0.5, 2 * n)
    error = np.abs(u - start).sum() / n
    tv = np.abs(np.diff(u)).sum()
    print(f"{name:>13}: error {error:.10f} tv {tv:.8f} min {u.min():+.8f} max {u.max():+.8f}")
    print("   mass kept:", np.isclose(u.sum(), start.sum()))
