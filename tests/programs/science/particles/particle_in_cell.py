# COMPARE: rtol 1e-7
"""Two cold electron streams in one dimension: deposit, solve for the field, push."""
import numpy as np


def deposit(x, cells):
    left = np.floor(x).astype(np.int64)
    frac = x - left
    rho = np.bincount(left % cells, weights=1.0 - frac, minlength=cells)
    rho += np.bincount((left + 1) % cells, weights=frac, minlength=cells)
    return rho * cells / len(x)


def electric_field(rho, dx):
    """Integrate Gauss's law with a neutralising background."""
    net = 1.0 - rho
    e = np.cumsum(net) * dx
    e = 0.5 * (e + np.roll(e, 1))
    return e - e.mean()


def gather(e, x):
    left = np.floor(x).astype(np.int64)
    frac = x - left
    n = e.size
    return (1.0 - frac) * e[left % n] + frac * e[(left + 1) % n]


def push(x, v, e, dt, dx, cells):
    v -= dt * gather(e, x)
    x += dt * v / dx
    x %= cells


def streams(per_stream, cells, speed):
    n = 2 * per_stream
    x = np.linspace(0.0, cells, n, endpoint=False)
    v = np.where(np.arange(n) % 2 == 0, speed, -speed)
    x += 0.05 * np.sin(2.0 * np.pi * x / cells)
    return x, v


cells, length = 32, 2.0 * np.pi / 0.6
dx = length / cells
x, v = streams(640, cells, 1.0)
field_energy = np.zeros(60)
for step in range(60):
    rho = deposit(x, cells)
    e = electric_field(rho, dx)
    field_energy[step] = 0.5 * dx * np.sum(e * e)
    push(x, v, e, 0.1, dx, cells)
print("charge kept:", np.isclose(rho.sum(), cells))
print("field energy", field_energy[::12])
print("grows:", field_energy[-1] > field_energy[:5].max())
print(f"kinetic {np.mean(v ** 2):.10f} momentum small {abs(v.mean()) < 1e-2}")
print("phase space", np.histogram2d(x, v, bins=(4, 3))[0].astype(int).sum())
