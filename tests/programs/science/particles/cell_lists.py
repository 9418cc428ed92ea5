# COMPARE: exact
"""Neighbour pairs within a radius through cells, against the brute-force count."""
import numpy as np


def scatter(n, box, seed):
    out = np.zeros((n, 2))
    state = seed
    for i in range(n):
        for axis in range(2):
            state = (state * 1103515245 + 12345) % 2147483648
            out[i, axis] = box * (state / 2147483648)
    return out


def build_cells(pos, box, radius):
    per_side = int(box // radius)
    cell = np.floor(pos * (per_side / box)).astype(int)
    cell = np.minimum(cell, per_side - 1)
    flat = cell[:, 0] * per_side + cell[:, 1]
    head = np.full(per_side * per_side, -1)
    link = np.full(len(pos), -1)
    for i in range(len(pos)):
        link[i] = head[flat[i]]
        head[flat[i]] = i
    return cell, head, link, per_side


def close(a, b, box, r2):
    dx = abs(a[0] - b[0])
    dy = abs(a[1] - b[1])
    dx = min(dx, box - dx)
    dy = min(dy, box - dy)
    return dx * dx + dy * dy < r2


def neighbours(pos, box, radius):
    cell, head, link, per_side = build_cells(pos, box, radius)
    count = np.zeros(len(pos), dtype=int)
    tested = 0
    for i in range(len(pos)):
        for di in (-1, 0, 1):
            for dj in (-1, 0, 1):
                ci = (cell[i, 0] + di) % per_side
                cj = (cell[i, 1] + dj) % per_side
                j = head[ci * per_side + cj]
                while j >= 0:
                    if j > i:
                        tested += 1
                        if close(pos[i], pos[j], box, radius * radius):
                            count[i] += 1
                            count[j] += 1
                    j = link[j]
    return count, tested


def brute_force(pos, box, radius):
    d = np.abs(pos[:, None] - pos[None, :])
    d = np.minimum(d, box - d)
    near = (d ** 2).sum(axis=2) < radius ** 2
    return near.sum(axis=1) - 1


box, radius = 10.0, 1.25
pos = scatter(150, box, 4711)
count, tested = neighbours(pos, box, radius)
print("pairs", count.sum() // 2, "tested", tested, "of", 150 * 149 // 2)
print("agree:", np.array_equal(count, brute_force(pos, box, radius)))
print("neighbours histogram", np.bincount(count))
cell, head, link, per_side = build_cells(pos, box, radius)
occupied = np.bincount(cell[:, 0] * per_side + cell[:, 1], minlength=per_side ** 2).reshape(per_side, per_side)
print("cells per side", per_side, "empty", (head < 0).sum())
print(occupied)
