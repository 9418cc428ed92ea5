# COMPARE: rtol 1e-9
"""Burgers' equation with the Godunov flux; position and height of the shock."""
import numpy as np


def flux(u):
    return 0.5 * u ** 2


def godunov(left, right):
    shock = left > right
    speed = 0.5 * (left + right)
    at_shock = np.where(speed > 0, flux(left), flux(right))
    at_fan = np.where(left > 0, flux(left), np.where(right < 0, flux(right), 0.0))
    return np.where(shock, at_shock, at_fan)


def advance(u, dx, t_end, cfl=0.8):
    t = 0.0
    steps = 0
    while t < t_end:
        dt = min(cfl * dx / np.abs(u).max(), t_end - t)
        ghost = np.concatenate(([u[0]], u, [u[-1]]))
        f = godunov(ghost[:-1], ghost[1:])
        u = u - dt / dx * (f[1:] - f[:-1])
        t += dt
        steps += 1
    return u, steps


def shock_position(x, u):
    drop = u[:-1] - u[1:]
    k = int(np.argmax(drop))
    return 0.5 * (x[k] + x[k + 1]), drop[k]


n = 200
dx = 2.0 / n
x = -1.0 + dx * (np.arange(n) + 0.5)
cases = (
    ("shock", np.where(x < -0.3, 1.0, 0.2)),
    ("fan", np.where(x < 0.0, -0.5, 1.0)),
    ("sine", 0.5 - np.sin(np.pi * x)),
)
for name, start in cases:
    u, steps = advance(start, dx, 0.6)
    where, jump = shock_position(x, u)
    print(f"{name}: {steps} steps, sum {u.sum() * dx:.9f}, range [{u.min():.8f}, {u.max():.8f}]")
    print(f"   steepest drop {jump:.8f} at {where:.4f}")
