# COMPARE: exact
import numpy as np


def newton(z, steps):
    count = np.zeros(z.shape, dtype=int)
    live = np.ones(z.shape, dtype=bool)
    for k in range(steps):
        z[live] = z[live] - (z[live] ** 3 - 1) / (3 * z[live] ** 2)
        live &= np.abs(z ** 3 - 1) > 1e-6
        count[live] += 1
    return z, count


x = np.linspace(-1.5, 1.5, 40)
y = np.linspace(-1.2, 1.2, 31)
z = x[None, :] + 1j * y[:, None]
roots = np.exp(2j * np.pi * np.arange(3) / 3)
z, count = newton(z, 25)
basin = np.abs(z[..., None] - roots).argmin(axis=-1)
print(z.dtype, z.shape)
print("basins", np.bincount(basin.ravel()))
print("steps", np.bincount(count.ravel()))
for row in basin[::6]:
    print("".join(".ox"[k] for k in row))
