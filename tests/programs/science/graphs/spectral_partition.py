# COMPARE: rtol 1e-7
"""Split a graph with the Fiedler vector, then count the edges that are cut."""
import numpy as np


def two_communities(n, inside, between):
    a = np.zeros((2 * n, 2 * n))
    half = n
    for i in range(2 * n):
        for j in range(i + 1, 2 * n):
            same = (i < half) == (j < half)
            key = (i * 31 + j * 17 + i * j) % 100
            if key < (inside if same else between):
                a[i, j] = a[j, i] = 1.0
    return a


def fiedler(laplacian, steps):
    n = laplacian.shape[0]
    shift = 2.0 * laplacian.diagonal().max()
    m = shift * np.eye(n) - laplacian
    v = np.sin(1.0 + np.arange(n))
    for _ in range(steps):
        v = v - v.mean()
        v = m @ v
        v /= np.sqrt(v @ v)
    return v, v @ laplacian @ v


def cut_size(a, side):
    return int(a[side][:, ~side].sum())


def modularity(a, side):
    k = a.sum(axis=0)
    m2 = k.sum()
    sign = np.where(side, 1.0, -1.0)
    b = a - np.outer(k, k) / m2
    return sign @ b @ sign / (2.0 * m2)


n = 16
a = two_communities(n, 55, 6)
degree = a.sum(axis=1)
v, value = fiedler(np.diag(degree) - a, 600)
side = v > 0
if side[0]:
    side = ~side
print("edges", int(a.sum() / 2), "degrees", degree.min(), degree.max())
print(f"algebraic connectivity {value:.8f}")
print("communities found:", np.array_equal(side, np.arange(2 * n) >= n))
print("cut", cut_size(a, side), f"modularity {modularity(a, side):.10f}")
halves = np.arange(2 * n) % 2 == 0
print("random cut", cut_size(a, halves), f"modularity {modularity(a, halves):.10f}")
