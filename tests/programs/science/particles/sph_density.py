# COMPARE: rtol 1e-9
import math
import numpy as np


def cubic_spline(q):
    w = np.zeros_like(q)
    inner = q < 1.0
    outer = (q >= 1.0) & (q < 2.0)
    w[inner] = 1.0 - 1.5 * q[inner] ** 2 + 0.75 * q[inner] ** 3
    w[outer] = 0.25 * (2.0 - q[outer]) ** 3
    return w


def spline_slope(q):
    return np.where(q < 1.0, -3.0 * q + 2.25 * q ** 2, np.where(q < 2.0, -0.75 * (2.0 - q) ** 2, 0.0))


def density(pos, mass, h):
    r = np.sqrt(((pos[:, None, :] - pos[None, :, :]) ** 2).sum(axis=2))
    norm = 10.0 / (7.0 * math.pi * h * h)
    return norm * (mass * cubic_spline(r / h)).sum(axis=1)


def pressure_forces(pos, mass, rho, pressure, h):
    d = pos[:, None, :] - pos[None, :, :]
    r = np.sqrt((d ** 2).sum(axis=2))
    norm = 10.0 / (7.0 * math.pi * h ** 3)
    slope = norm * spline_slope(r / h)
    safe = np.where(r > 0.0, r, 1.0)
    term = pressure / rho ** 2
    coefficient = -mass * (term[:, None] + term[None, :]) * slope / safe
    return np.sum(coefficient[:, :, None] * d, axis=1)


def viscosity(pos, vel, mass, rho, h, nu):
    out = np.zeros_like(vel)
    for i in range(len(pos)):
        near = np.sum((pos - pos[i]) ** 2, axis=1) < 4.0 * h * h
        dv = vel[near] - vel[i]
        out[i] = nu * np.sum(mass / rho[near][:, None] * dv, axis=0)
    return out


side = 9
g = (np.arange(side) + 0.5) / side
x, y = np.meshgrid(g, g)
pos = np.column_stack((x.ravel(), y.ravel()))
pos[:, 0] += 0.01 * np.sin(7.0 * pos[:, 1])
vel = np.zeros_like(pos)
mass, h, stiffness = 1.0 / side ** 2, 0.16, 5.0
for step in range(10):
    rho = density(pos, mass, h)
    pressure = stiffness * np.maximum(rho - 1.0, 0.0)
    acc = pressure_forces(pos, mass, rho, pressure, h) + viscosity(pos, vel, mass, rho, h, 2.0)
    acc[:, 1] -= 1.0
    vel += 0.005 * acc
    pos += 0.005 * vel
    below = pos[:, 1] < 0.0
    vel[below, 1] *= -0.5
    pos[below, 1] *= -1.0
rho = density(pos, mass, h)
print("particles", len(pos), f"density {rho.min():.9f} .. {rho.max():.9f}")
print(f"centre of mass {pos.mean(axis=0)}")
print("densest particle near the middle:", bool(np.abs(pos[rho.argmax()] - 0.5).max() < 0.35))
print("fastest", np.sqrt((vel ** 2).sum(axis=1)).max())
