# COMPARE: rtol 1e-9
"""Tail probabilities and integrals by plain, importance and rejection sampling."""
import math
import numpy as np


def normal_pdf(x, mean=0.0):
    return np.exp(-0.5 * (x - mean) ** 2) / math.sqrt(2.0 * math.pi)


def plain_tail(level, n):
    x = np.random.randn(n)
    return (x > level).mean()


def tilted_tail(level, n):
    x = level + np.random.randn(n)
    weight = normal_pdf(x) / normal_pdf(x, level)
    values = np.where(x > level, weight, 0.0)
    ess = weight.sum() ** 2 / (weight ** 2).sum()
    return values.mean(), values.std() / math.sqrt(n), ess


def rejection(n):
    """Samples of the density 6x(1-x) and the number of proposals they took."""
    out = np.zeros(n)
    count = 0
    tries = 0
    while count < n:
        x, y = np.random.rand(), np.random.rand()
        tries += 1
        if 1.5 * y <= 6.0 * x * (1.0 - x):
            out[count] = x
            count += 1
    return out, tries


def integrate(n, dims):
    points = np.random.random_sample((n, dims))
    f = np.prod(1.0 + 0.5 * np.cos(2.0 * np.pi * points), axis=1)
    return f.mean(), f.std(ddof=1) / np.sqrt(n)


np.random.seed(1234)
level = 3.0
exact = 0.5 * math.erfc(level / math.sqrt(2.0))
value, error, ess = tilted_tail(level, 4000)
print(f"plain {plain_tail(level, 4000):.6f}, exact {exact:.10f}")
print(f"tilted {value:.10f} +- {error:.10f}, effective samples {ess:.4f}")
print("close:", abs(value - exact) < 4 * error)
sample, tries = rejection(800)
print(f"rejection: mean {sample.mean():.9f} var {sample.var():.9f} tries {tries}")
hist, edges = np.histogram(sample, bins=8, range=(0.0, 1.0))
print("histogram", hist, "first edges", edges[:3])
for dims in (1, 3, 6):
    mean, err = integrate(3000, dims)
    print(f"dims {dims}: {mean:.8f} +- {err:.8f}")
