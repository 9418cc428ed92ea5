# COMPARE: rtol 1e-9
"""A plucked string with damping and stiffness; the pitch from zero crossings."""
import numpy as np


def pluck(n, where):
    x = np.linspace(0, 1, n)
    return np.where(x < where, x / where, (1 - x) / (1 - where))


def simulate(shape, steps, courant, damping, stiffness):
    prev = shape.copy()
    cur = shape.copy()
    pickup = np.zeros(steps)
    energy = np.zeros(steps)
    for it in range(steps):
        new = np.zeros_like(cur)
        tension = cur[2:] - 2 * cur[1:-1] + cur[:-2]
        bend = np.zeros(cur.size - 2)
        bend[1:-1] = cur[4:] - 4 * cur[3:-1] + 6 * cur[2:-2] - 4 * cur[1:-3] + cur[:-4]
        new[1:-1] = (2 * cur[1:-1] - (1 - damping) * prev[1:-1] + courant ** 2 * tension - stiffness * bend) / (1 + damping)
        kinetic = ((new - cur) ** 2).sum()
        potential = courant ** 2 * (np.diff(cur) ** 2).sum()
        energy[it] = 0.5 * (kinetic + potential)
        pickup[it] = new[len(new) // 5]
        prev, cur = cur, new
    return cur, pickup, energy


def zero_crossings(signal):
    return np.flatnonzero(np.sign(signal[1:]) * np.sign(signal[:-1]) < 0)


start = pluck(61, 0.3)
final, pickup, energy = simulate(start, 400, 0.9, 0.0015, 0.002)
crossings = zero_crossings(pickup)
gaps = np.diff(crossings)
print("crossings", crossings[:8])
print("mean half period", gaps.mean())
print("energy every 100 steps", energy[::100])
print(f"energy left {energy[-1] / energy[0]:.10f}")
print("ends fixed:", final[0] == 0.0 and final[-1] == 0.0)
print(final[10:15])
