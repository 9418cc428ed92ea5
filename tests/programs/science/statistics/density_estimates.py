# COMPARE: rtol 1e-9
import numpy as np


def sturges(n):
    return int(np.ceil(np.log2(n))) + 1


def histogram(x, low, high, bins):
    width = (high - low) / bins
    index = np.floor((x - low) / width).astype(int)
    index[x == high] = bins - 1
    valid = (index >= 0) & (index < bins)
    counts = np.bincount(index[valid], minlength=bins)
    return counts, low + width * np.arange(bins + 1)


def kernel_density(x, at, h):
    u = (at[:, None] - x[None, :]) / h
    return np.exp(-0.5 * u * u).sum(axis=1) / (len(x) * h * np.sqrt(2.0 * np.pi))


def loo_likelihood(x, h):
    u = (x[:, None] - x[None, :]) / h
    k = np.exp(-0.5 * u * u) / (h * np.sqrt(2.0 * np.pi))
    np.fill_diagonal(k, 0.0)
    return np.log(k.sum(axis=1) / (len(x) - 1)).sum()


def golden_section(x, low, high, tol=1e-6):
    ratio = (np.sqrt(5.0) - 1.0) / 2.0
    a, b = high - ratio * (high - low), low + ratio * (high - low)
    fa, fb = loo_likelihood(x, a), loo_likelihood(x, b)
    while high - low > tol:
        if fa > fb:
            high, b, fb = b, a, fa
            a = high - ratio * (high - low)
            fa = loo_likelihood(x, a)
        else:
            low, a, fa = a, b, fb
            b = low + ratio * (high - low)
            fb = loo_likelihood(x, b)
    return 0.5 * (low + high)


def ks_distance(x, y):
    both = np.sort(np.concatenate((x, y)))
    fx = np.searchsorted(np.sort(x), both, side="right") / len(x)
    fy = np.searchsorted(np.sort(y), both, side="right") / len(y)
    return np.abs(fx - fy).max()


np.random.seed(66)
x = np.concatenate((np.random.normal(-1.5, 0.6, 70), np.random.normal(1.0, 0.9, 90)))
bins = sturges(len(x))
counts, edges = histogram(x, x.min(), x.max(), bins)
expected, np_edges = np.histogram(x, bins=bins)
print("bins", bins, counts, "as NumPy:", np.array_equal(counts, expected), np.allclose(edges, np_edges))
h = golden_section(x, 0.05, 1.5)
print(f"bandwidth {h:.5f}")
grid = np.linspace(-4.0, 4.0, 161)
f = kernel_density(x, grid, 0.4)
print(f"integral {np.sum(0.5 * (f[1:] + f[:-1])) * (grid[1] - grid[0]):.9f}")
modes = grid[1:-1][(f[1:-1] > f[:-2]) & (f[1:-1] > f[2:])]
print("modes", modes)
print(f"halves differ by {ks_distance(x[:70], x[70:]):.9f}, even and odd by {ks_distance(x[::2], x[1::2]):.9f}")
