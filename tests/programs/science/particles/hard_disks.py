# COMPARE: rtol 1e-8
import numpy as np


def wall_time(p, v, box, radius):
    if v > 0:
        return (box - radius - p) / v
    if v < 0:
        return (radius - p) / v
    return np.inf


def pair_time(dr, dv, sigma):
    b = dr @ dv
    if b >= 0:
        return np.inf
    a = dv @ dv
    c = dr @ dr - sigma ** 2
    disc = b * b - a * c
    if disc < 0:
        return np.inf
    return max((-b - np.sqrt(disc)) / a, 0.0)


def next_event(pos, vel, box, radius):
    """Time, first disk, and second disk (or minus one minus the axis of the wall)."""
    best = np.inf
    first, second = -1, 0
    n = len(pos)
    for i in range(n):
        for axis in range(2):
            t = wall_time(pos[i, axis], vel[i, axis], box, radius)
            if t < best:
                best, first, second = t, i, -1 - axis
        for j in range(i + 1, n):
            t = pair_time(pos[j] - pos[i], vel[j] - vel[i], 2 * radius)
            if t < best:
                best, first, second = t, i, j
    return best, first, second


def collide(pos, vel, i, j):
    normal = pos[j] - pos[i]
    normal = normal / np.sqrt(normal @ normal)
    exchange = np.dot(vel[i] - vel[j], normal) * normal
    vel[i] -= exchange
    vel[j] += exchange


n, box, radius = 6, 1.0, 0.07
pos = np.array([[0.2, 0.2], [0.5, 0.2], [0.8, 0.25], [0.2, 0.7], [0.5, 0.75], [0.8, 0.7]])
vel = np.array([[1.0, 0.3], [-0.4, 0.7], [0.2, -0.9], [0.5, 0.5], [-0.8, -0.1], [0.1, 0.6]])
energy = 0.5 * (vel ** 2).sum()
clock = 0.0
impulse = np.zeros(2)
hits = np.zeros((n, n), dtype=int)
for event in range(30):
    t, i, j = next_event(pos, vel, box, radius)
    pos += t * vel
    clock += t
    if j < 0:
        axis = -1 - j
        impulse[axis] += 2 * abs(vel[i, axis])
        vel[i, axis] = -vel[i, axis]
    else:
        collide(pos, vel, i, j)
        hits[i, j] += 1
print(f"clock {clock:.8f}, disk collisions {hits.sum()}, wall hits {30 - hits.sum()}")
print("energy kept:", np.isclose(0.5 * (vel ** 2).sum(), energy))
print("impulse per time", impulse / clock)
gaps = np.sqrt(((pos[:, None] - pos) ** 2).sum(axis=2)) + np.eye(n)
print("no overlap:", gaps.min() > 2 * radius - 1e-9)
print(hits)
