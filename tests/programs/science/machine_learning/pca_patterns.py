# COMPARE: rtol 1e-8
import numpy as np


def patterns(n, size):
    """Images that mix three smooth patterns with weights of falling strength."""
    y, x = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size), indexing="ij")
    base = np.array([np.sin(3 * x).ravel(), np.cos(2 * y).ravel(), (x * y).ravel()])
    weights = np.random.randn(n, 3) * np.array([3.0, 1.5, 0.7])
    return weights @ base + 0.01 * np.random.randn(n, size * size)


def leading(cov, steps=200):
    v = np.ones(cov.shape[0]) / np.sqrt(cov.shape[0]) + 0.01 * np.cos(np.arange(cov.shape[0]))
    value = 0.0
    for _ in range(steps):
        w = cov @ v
        new = np.sqrt(w @ w)
        v = w / new
        if abs(new - value) < 1e-13 * new:
            break
        value = new
    return new, v


def pca(data, k):
    mean = data.mean(axis=0)
    centred = data - mean
    cov = centred.T @ centred / (len(data) - 1)
    values = np.empty(k)
    vectors = np.empty((k, data.shape[1]))
    total = np.trace(cov)
    for i in range(k):
        values[i], v = leading(cov)
        if v[np.abs(v).argmax()] < 0:
            v = -v
        vectors[i] = v
        cov = cov - values[i] * np.outer(v, v)
    return mean, values, vectors, total


np.random.seed(30)
data = patterns(60, 9)
mean, values, vectors, total = pca(data, 3)
print("data", data.shape, f"total variance {total:.8f}")
print("variances", values)
print("explained", np.round(np.cumsum(values) / total, 8))
print("orthonormal:", np.allclose(vectors @ vectors.T, np.eye(3), atol=1e-5))
codes = (data - mean) @ vectors.T
for k in (1, 2, 3):
    rebuilt = mean + codes[:, :k] @ vectors[:k]
    print(f"{k} components: rms error {np.sqrt(((data - rebuilt) ** 2).mean()):.9f}")
whitened = codes / np.sqrt(values)
print("whitened:", np.allclose(np.cov(whitened, rowvar=False), np.eye(3), atol=1e-4))
