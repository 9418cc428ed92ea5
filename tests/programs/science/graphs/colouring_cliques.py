# COMPARE: exact
import numpy as np


def interval_graph(n, seed):
    start = np.zeros(n, dtype=int)
    stop = np.zeros(n, dtype=int)
    for k in range(n):
        seed = (seed * 16807) % 2147483647
        start[k] = seed % 100
        stop[k] = start[k] + 4 + seed // 100 % 20
    overlap = (start[:, None] < stop[None, :]) & (start[None, :] < stop[:, None])
    np.fill_diagonal(overlap, False)
    return overlap, start, stop


def greedy_colouring(adjacent, order):
    n = len(adjacent)
    colour = np.full(n, -1)
    for v in order:
        used = np.zeros(n, dtype=bool)
        taken = colour[adjacent[v]]
        used[taken[taken >= 0]] = True
        colour[v] = np.argmin(used)
    return colour


def extend(adjacent, candidates, size, best):
    """Depth-first search for the largest clique within the candidates."""
    left = int(candidates.sum())
    if left == 0:
        return max(size, best)
    for v in np.flatnonzero(candidates):
        if size + left <= best:
            return best
        best = extend(adjacent, candidates & adjacent[v], size + 1, best)
        candidates[v] = False
        left -= 1
    return best


def triangles(adjacent):
    a = adjacent.astype(int)
    return np.trace(a @ a @ a) // 6


adjacent, start, stop = interval_graph(40, 777)
degree = adjacent.sum(axis=1)
print("edges", adjacent.sum() // 2, "degrees", degree.min(), degree.max())
by_start = greedy_colouring(adjacent, np.argsort(start, kind="stable"))
by_degree = greedy_colouring(adjacent, np.argsort(-degree, kind="stable"))
plain = greedy_colouring(adjacent, range(40))
for name, colour in (("start", by_start), ("degree", by_degree), ("plain", plain)):
    clash = (colour[:, None] == colour[None, :]) & adjacent
    print(f"{name:>7}: {colour.max() + 1} colours, proper {not clash.any()}, classes {np.bincount(colour)}")
clique = extend(adjacent, np.ones(40, dtype=bool), 0, 0)
print("largest clique", clique, "perfect:", clique == by_start.max() + 1)
print("triangles", triangles(adjacent))
