# COMPARE: rtol 1e-10
"""Minimum spanning trees of points in the plane: Kruskal and Prim must agree."""
import numpy as np


def root(parent, i):
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def kruskal(points):
    n = len(points)
    rows, cols = np.triu(np.ones((n, n), dtype=int), 1).nonzero()
    length = np.sqrt(((points[rows] - points[cols]) ** 2).sum(axis=1))
    parent = np.arange(n)
    size = np.ones(n, dtype=int)
    chosen = np.zeros(n - 1, dtype=int)
    count = 0
    for e in np.argsort(length):
        a, b = root(parent, rows[e]), root(parent, cols[e])
        if a == b:
            continue
        if size[a] < size[b]:
            a, b = b, a
        parent[b] = a
        size[a] += size[b]
        chosen[count] = e
        count += 1
        if count == n - 1:
            break
    return rows[chosen], cols[chosen], length[chosen]


def prim(points):
    n = len(points)
    inside = np.zeros(n, dtype=bool)
    best = np.full(n, np.inf)
    best[0] = 0.0
    total = 0.0
    for _ in range(n):
        u = int(np.argmin(np.where(inside, np.inf, best)))
        total += best[u]
        inside[u] = True
        distance = np.hypot(points[:, 0] - points[u, 0], points[:, 1] - points[u, 1])
        best = np.where(inside, best, np.minimum(best, distance))
    return total


def clusters(n, rows, cols, length, k):
    parent = np.arange(n)
    for e in np.argsort(length)[:n - k]:
        parent[root(parent, rows[e])] = root(parent, cols[e])
    labels = np.zeros(n, dtype=int)
    for i in range(n):
        labels[i] = root(parent, i)
    return np.unique(labels, return_counts=True)


np.random.seed(17)
centres = np.array([[0.0, 0.0], [5.0, 1.0], [2.0, 6.0]])
points = np.repeat(centres, (15, 20, 12), axis=0) + 0.6 * np.random.randn(47, 2)
rows, cols, length = kruskal(points)
print(f"kruskal {length.sum():.10f} prim {prim(points):.10f}")
print("longest edges", np.sort(length)[-3:])
degree = np.bincount(np.concatenate((rows, cols)), minlength=47)
print("leaves", (degree == 1).sum(), "largest degree", degree.max())
names, counts = clusters(47, rows, cols, length, 3)
print("cluster sizes", np.sort(counts))
