# COMPARE: rtol 1e-8
import numpy as np


def pairwise(pos, box):
    d = pos[None, :, :] - pos[:, None, :]
    d = d - box * np.round(d / box)
    return d, np.hypot(d[..., 0], d[..., 1])


def steer(pos, vel, box, sight, personal):
    d, r = pairwise(pos, box)
    others = ~np.eye(len(pos), dtype=bool)
    seen = (r < sight) & others
    crowd = (r < personal) & others
    n = np.maximum(seen.sum(axis=1), 1)[:, None]
    cohesion = np.where(seen[:, :, None], d, 0.0).sum(axis=1) / n
    alignment = (seen @ vel) / n - vel
    alignment[~seen.any(axis=1)] = 0.0
    separation = -np.where(crowd[:, :, None], d, 0.0).sum(axis=1)
    return 0.02 * cohesion + 0.1 * alignment + 0.15 * separation


def limit(vel, low, high):
    speed = np.sqrt((vel ** 2).sum(axis=1, keepdims=True))
    return vel * np.clip(speed, low, high) / speed


def order(vel):
    heading = vel / np.linalg.norm(vel, axis=1)[:, None]
    return np.linalg.norm(heading.mean(axis=0))


def flock_sizes(pos, box, radius):
    _, r = pairwise(pos, box)
    joined = r < radius
    label = np.arange(len(pos))
    while True:
        new = np.where(joined, label[None, :], len(pos)).min(axis=1)
        if (new == label).all():
            break
        label = new
    _, sizes = np.unique(label, return_counts=True)
    return np.sort(sizes)[::-1]


np.random.seed(88)
n, box = 40, 12.0
pos = box * np.random.rand(n, 2)
angle = 2.0 * np.pi * np.random.rand(n)
vel = np.column_stack([np.cos(angle), np.sin(angle)])
for step in range(60):
    if step % 20 == 0:
        print(f"step {step:2d}: order {order(vel):.9f} flocks {flock_sizes(pos, box, 1.2)}")
    vel = limit(vel + steer(pos, vel, box, 2.5, 0.7), 0.5, 1.5)
    pos = (pos + 0.1 * vel) % box
print(f"end: order {order(vel):.9f}")
print("mean velocity", vel.mean(axis=0))
print("inside the box:", bool(((pos >= 0) & (pos < box)).all()))
