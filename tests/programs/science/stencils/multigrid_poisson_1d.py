# COMPARE: rtol 1e-9
"""A recursive V-cycle for -u'' = f on [0, 1] with weighted Jacobi smoothing."""
import numpy as np


def smooth(u, f, h, times):
    for _ in range(times):
        u[1:-1] += (2.0 / 3.0) * 0.5 * (u[:-2] + u[2:] + h * h * f[1:-1] - 2.0 * u[1:-1])


def residual(u, f, h):
    r = np.zeros_like(u)
    r[1:-1] = f[1:-1] + (u[:-2] - 2.0 * u[1:-1] + u[2:]) / h ** 2
    return r


def restrict(fine):
    coarse = fine[::2].copy()
    coarse[1:-1] = 0.25 * fine[1:-2:2] + 0.5 * fine[2:-1:2] + 0.25 * fine[3::2]
    return coarse


def prolong(coarse):
    fine = np.zeros(2 * coarse.size - 1)
    fine[::2] = coarse
    fine[1::2] = 0.5 * (coarse[:-1] + coarse[1:])
    return fine


def v_cycle(u, f, h):
    if u.size <= 3:
        u[1] = 0.5 * (u[0] + u[2] + h * h * f[1])
        return u
    smooth(u, f, h, 3)
    coarse_f = restrict(residual(u, f, h))
    correction = v_cycle(np.zeros(coarse_f.size), coarse_f, 2.0 * h)
    u += prolong(correction)
    smooth(u, f, h, 3)
    return u


n = 129
h = 1.0 / (n - 1)
x = np.linspace(0, 1, n)
f = np.pi ** 2 * np.sin(np.pi * x) + 9.0 * np.pi ** 2 * np.sin(3.0 * np.pi * x)
u = np.zeros(n)
norms = np.zeros(12)
for cycle in range(12):
    u = v_cycle(u, f, h)
    norms[cycle] = np.abs(residual(u, f, h)).max()
exact = np.sin(np.pi * x) + np.sin(3.0 * np.pi * x)
print("first residuals", norms[:4])
print("reduced each cycle:", bool(np.all(norms[1:6] < 0.3 * norms[:5])))
print(f"discretisation error {np.abs(u - exact).max():.9f}")
print(u[::16])
