# COMPARE: rtol 1e-9
import numpy as np

G = 1.0
EPS = 0.05


def accelerations(pos, mass):
    d = pos[None, :, :] - pos[:, None, :]
    r2 = (d ** 2).sum(axis=-1) + EPS ** 2
    inv = r2 ** -1.5
    np.fill_diagonal(inv, 0.0)
    return G * (d * inv[:, :, None] * mass[None, :, None]).sum(axis=1)


def energy(pos, vel, mass):
    kinetic = 0.5 * np.sum(mass * np.sum(vel ** 2, axis=1))
    potential = 0.0
    n = len(mass)
    for i in range(n):
        for j in range(i + 1, n):
            r = np.sqrt(np.sum((pos[i] - pos[j]) ** 2) + EPS ** 2)
            potential -= G * mass[i] * mass[j] / r
    return kinetic, potential


def leapfrog(pos, vel, mass, dt, steps):
    acc = accelerations(pos, mass)
    for _ in range(steps):
        vel += 0.5 * dt * acc
        pos += dt * vel
        acc = accelerations(pos, mass)
        vel += 0.5 * dt * acc


def disk(n):
    k = np.arange(1, n)
    angle = 2.399963 * k
    radius = 0.3 + 0.7 * np.sqrt(k / n)
    pos = np.zeros((n, 3))
    vel = np.zeros((n, 3))
    mass = np.full(n, 1e-3)
    mass[0] = 1.0
    pos[1:, 0] = radius * np.cos(angle)
    pos[1:, 1] = radius * np.sin(angle)
    speed = np.sqrt(G / radius)
    vel[1:, 0] = -speed * np.sin(angle)
    vel[1:, 1] = speed * np.cos(angle)
    vel -= (mass[:, None] * vel).sum(axis=0) / mass.sum()
    return pos, vel, mass


pos, vel, mass = disk(24)
k0, p0 = energy(pos, vel, mass)
leapfrog(pos, vel, mass, 0.005, 200)
k1, p1 = energy(pos, vel, mass)
print(f"energy {k0 + p0:.9f} -> {k1 + p1:.9f}")
print("relative drift small:", abs((k1 + p1) / (k0 + p0) - 1.0) < 1e-3)
print("momentum zero:", np.allclose(mass @ vel, 0.0))
l = np.sum(mass[:, None] * np.cross(pos, vel), axis=0)
print("angular momentum", np.round(l, 10))
print("farthest", np.sqrt((pos ** 2).sum(axis=1)).max())
