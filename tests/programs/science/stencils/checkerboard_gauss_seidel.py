# COMPARE: rtol 1e-9
import numpy as np


def source(n):
    x = np.linspace(0.0, 1.0, n)
    return 10.0 * np.exp(-50.0 * ((x[:, None] - 0.3) ** 2 + (x - 0.6) ** 2))


def half_sweep(u, f, h2, omega, parity):
    for row in range(1, u.shape[0] - 1):
        first = 1 + (row + parity) % 2
        old = u[row, first:-1:2]
        near = u[row - 1, first:-1:2] + u[row + 1, first:-1:2] + u[row, first - 1:-2:2] + u[row, first + 1::2]
        u[row, first:-1:2] = (1.0 - omega) * old + omega * 0.25 * (near + h2 * f[row, first:-1:2])


def defect(u, f, h2):
    lap = u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] - 4.0 * u[1:-1, 1:-1]
    return np.linalg.norm(lap + h2 * f[1:-1, 1:-1])


def solve(n, omega, sweeps):
    h2 = 1.0 / (n - 1) ** 2
    f = source(n)
    u = np.zeros((n, n))
    u[0, :] = np.sin(np.pi * np.linspace(0, 1, n))
    before = defect(u, f, h2)
    for _ in range(sweeps):
        half_sweep(u, f, h2, omega, 0)
        half_sweep(u, f, h2, omega, 1)
    return u, before, defect(u, f, h2)


n = 27
best = 2.0 / (1.0 + np.sin(np.pi / (n - 1)))
print(f"omega {best:.8f}")
for omega in (1.0, 1.5, best):
    u, before, after = solve(n, omega, 40)
    print(f"omega {omega:.4f}: defect {before:.6f} -> {after:.9f} total {u.sum():.8f}")
print(np.round(u[::6, ::6], 8))
