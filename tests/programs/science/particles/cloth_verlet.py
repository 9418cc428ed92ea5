# COMPARE: rtol 1e-9
"""A hanging cloth: Verlet integration with iterated distance constraints."""
import numpy as np


def grid(rows, cols, spacing):
    pos = np.zeros((rows, cols, 3))
    pos[:, :, 0] = spacing * np.arange(cols)
    pos[:, :, 1] = -spacing * np.arange(rows)[:, None]
    return pos


def verlet(pos, old, dt, drag):
    gravity = np.array([0.0, -9.81, 0.0])
    wind = np.array([0.0, 0.0, 2.0])
    new = pos + (1.0 - drag) * (pos - old) + dt * dt * (gravity + wind)
    return new, pos


def relax(pos, rest, pinned):
    for axis in (0, 1):
        for parity in (0, 1):
            if axis == 0:
                a, b = pos[parity:-1:2], pos[parity + 1::2]
            else:
                a, b = pos[:, parity:-1:2], pos[:, parity + 1::2]
            d = b - a
            length = np.sqrt((d ** 2).sum(axis=-1, keepdims=True))
            correction = 0.5 * (1.0 - rest / length) * d
            a += correction
            b -= correction
    pos[0] = pinned


def stretch(pos, rest):
    across = np.linalg.norm(np.diff(pos, axis=1), axis=2) / rest
    down = np.linalg.norm(np.diff(pos, axis=0), axis=2) / rest
    return across.max(), down.max()


rows, cols, rest = 9, 12, 0.1
pos = grid(rows, cols, rest)
old = pos.copy()
pinned = pos[0].copy()
for step in range(40):
    pos, old = verlet(pos, old, 0.02, 0.02)
    for _ in range(6):
        relax(pos, rest, pinned)
    if step % 10 == 9:
        print(f"step {step + 1}: lowest {pos[..., 1].min():.10f} deepest {pos[..., 2].max():.10f}")
across, down = stretch(pos, rest)
print(f"stretch across {across:.9f} down {down:.9f}")
print("pinned:", np.array_equal(pos[0], pinned))
print("mirror symmetric:", np.allclose(pos[:, :, 1], pos[:, ::-1, 1], atol=0.02))
print("last corner", pos[-1, -1])
