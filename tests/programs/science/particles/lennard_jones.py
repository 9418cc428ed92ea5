# COMPARE: rtol 1e-8
"""Argon-like atoms in a periodic box: velocity Verlet, pressure, pair distribution."""
import numpy as np


def lattice(side, spacing):
    g = np.arange(side) * spacing
    x, y, z = np.meshgrid(g, g, g, indexing="ij")
    return np.stack((x.ravel(), y.ravel(), z.ravel()), axis=1)


def forces(pos, box, cutoff):
    n = len(pos)
    f = np.zeros_like(pos)
    potential = 0.0
    virial = 0.0
    shift = 4.0 * (cutoff ** -12 - cutoff ** -6)
    for i in range(n - 1):
        d = pos[i] - pos[i + 1:]
        d -= box * np.round(d / box)
        r2 = np.einsum("ij,ij->i", d, d)
        near = r2 < cutoff * cutoff
        inv6 = 1.0 / r2[near] ** 3
        potential += np.sum(4.0 * inv6 * (inv6 - 1.0) - shift)
        strength = 24.0 * inv6 * (2.0 * inv6 - 1.0) / r2[near]
        pair = strength[:, None] * d[near]
        virial += np.sum(pair * d[near])
        f[i] += pair.sum(axis=0)
        f[i + 1:][near] -= pair
    return f, potential, virial


def pair_distribution(pos, box, bins):
    counts = np.zeros(bins, dtype=np.int64)
    width = 0.5 * box / bins
    for i in range(len(pos) - 1):
        d = pos[i + 1:] - pos[i]
        d -= box * np.rint(d / box)
        r = np.sqrt((d ** 2).sum(axis=1))
        k = (r[r < 0.5 * box] / width).astype(int)
        counts += np.bincount(k, minlength=bins)
    return counts


np.random.seed(9)
side, spacing = 3, 1.3
box = side * spacing
pos = lattice(side, spacing)
vel = 0.5 * np.random.randn(*pos.shape)
vel -= vel.mean(axis=0)
dt, cutoff = 0.004, 1.9
f, potential, virial = forces(pos, box, cutoff)
start = potential + 0.5 * np.sum(vel ** 2)
for step in range(40):
    vel += 0.5 * dt * f
    pos = (pos + dt * vel) % box
    f, potential, virial = forces(pos, box, cutoff)
    vel += 0.5 * dt * f
kinetic = 0.5 * np.sum(vel ** 2)
temperature = 2.0 * kinetic / (3 * len(pos))
pressure = (len(pos) * temperature + virial / 3.0) / box ** 3
print(f"potential {potential:.9f} kinetic {kinetic:.9f}")
print("energy kept:", abs(kinetic + potential - start) < 0.02 * abs(start))
print(f"temperature {temperature:.9f} pressure {pressure:.9f}")
print("momentum zero:", np.allclose(vel.sum(axis=0), 0.0))
print("pairs by distance", pair_distribution(pos, box, 8))
