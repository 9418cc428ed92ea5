# COMPARE: rtol 1e-9
"""Maxwell's equations in two dimensions (TM mode) on Yee's grid with a dielectric slab."""
import numpy as np


def permittivity(nx, ny):
    eps = np.ones((nx, ny))
    eps[nx // 2:nx // 2 + 8, :] = 4.0
    return eps


def update_h(ez, hx, hy, s):
    hx -= s * (ez[:, 1:] - ez[:, :-1])
    hy += s * (ez[1:, :] - ez[:-1, :])


def update_e(ez, hx, hy, factor):
    ez[1:-1, 1:-1] += factor[1:-1, 1:-1] * (
        (hy[1:, 1:-1] - hy[:-1, 1:-1]) - (hx[1:-1, 1:] - hx[1:-1, :-1])
    )


def energy(ez, hx, hy, eps):
    return 0.5 * ((eps * ez * ez).sum() + (hx * hx).sum() + (hy * hy).sum())


nx, ny, steps = 60, 40, 90
s = 0.5
eps = permittivity(nx, ny)
factor = s / eps
ez = np.zeros((nx, ny))
hx = np.zeros((nx, ny - 1))
hy = np.zeros((nx - 1, ny))
probes = np.zeros((steps, 2))
for t in range(steps):
    update_h(ez, hx, hy, s)
    update_e(ez, hx, hy, factor)
    ez[10, ny // 2] += np.exp(-((t - 20.0) / 6.0) ** 2) * np.sin(0.4 * t)
    probes[t] = ez[20, ny // 2], ez[48, ny // 2]

print("energy", energy(ez, hx, hy, eps))
arrive = (np.abs(probes) > 0.01).argmax(axis=0)
print("arrival at the probes", arrive)
print("peaks", np.abs(probes).max(axis=0))
inside = np.abs(ez[nx // 2:nx // 2 + 8]).mean()
print(f"mean field in the slab {inside:.12f}")
print("metal walls:", not ez[0].any() and not ez[:, -1].any())
