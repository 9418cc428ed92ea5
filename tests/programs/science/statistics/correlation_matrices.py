# COMPARE: rtol 1e-9
"""Pearson, rank and partial correlations; a shrunk covariance; hierarchical ordering."""
import numpy as np


def pearson(x):
    z = (x - x.mean(axis=0)) / x.std(axis=0)
    return z.T @ z / len(x)


def ranks(x):
    return np.argsort(np.argsort(x, axis=0), axis=0).astype(float)


def kendall(a, b):
    s = np.sign(a[:, None] - a[None, :]) * np.sign(b[:, None] - b[None, :])
    n = len(a)
    return s.sum() / (n * (n - 1))


def partial(r, i, j, k):
    top = r[i, j] - r[i, k] * r[j, k]
    return top / np.sqrt((1.0 - r[i, k] ** 2) * (1.0 - r[j, k] ** 2))


def shrink(s, weight):
    target = np.diag(np.diag(s))
    return (1.0 - weight) * s + weight * target


def single_linkage(distance):
    """Merge heights of single-linkage clustering, by repeatedly joining the nearest pair."""
    d = distance.copy()
    n = d.shape[0]
    np.fill_diagonal(d, np.inf)
    heights = np.zeros(n - 1)
    for step in range(n - 1):
        flat = d.argmin()
        i, j = flat // n, flat % n
        heights[step] = d[i, j]
        merged = np.minimum(d[i], d[j])
        d[i], d[:, i] = merged, merged
        d[j] = d[:, j] = np.inf
        d[i, i] = np.inf
    return heights


np.random.seed(90)
n = 120
factor = np.random.randn(n, 2)
loadings = np.array([[1.0, 0.9, 0.8, 0.0, 0.1, 0.0], [0.0, 0.1, 0.0, 1.0, -0.9, 0.2]])
x = factor @ loadings + 0.5 * np.random.randn(n, 6)
r = pearson(x)
print(np.round(r, 8))
print("as np.corrcoef:", np.allclose(r, np.corrcoef(x, rowvar=False)))
s = pearson(ranks(x))
print("rank correlations", s[0])
print(f"kendall {kendall(x[:, 0], x[:, 1]):.10f} {kendall(x[:, 3], x[:, 4]):.10f}")
print(f"partial {partial(r, 0, 1, 2):.10f} {partial(r, 3, 4, 5):.10f}")
cov = np.cov(x.T)
print("shrunk", np.round(shrink(cov, 0.3)[0], 8))
print("heights", single_linkage(1.0 - np.abs(r)))
