# COMPARE: rtol 1e-10
import math
import numpy as np


def darts(n):
    xy = np.random.rand(n, 2)
    return 4.0 * np.mean((xy ** 2).sum(axis=1) < 1.0)


def antithetic(n):
    u = np.random.rand(n)
    f = np.sqrt(1.0 - u * u)
    g = np.sqrt(1.0 - (1.0 - u) ** 2)
    samples = 2.0 * (f + g)
    return samples.mean(), samples.std() / math.sqrt(n)


def stratified(k):
    cells = (np.arange(k) + np.random.rand(k)) / k
    return float(4.0 * np.sqrt(1.0 - cells ** 2).mean())


def buffon(n, length=0.8):
    crossings = 0
    for _ in range(n):
        y = np.random.uniform(0.0, 0.5)
        angle = np.random.uniform(0.0, math.pi / 2)
        if y <= 0.5 * length * math.sin(angle):
            crossings += 1
    if crossings == 0:
        return float("inf"), 0
    return 2.0 * length * n / crossings, crossings


np.random.seed(2024)
for n in (100, 1000, 10000):
    print(f"darts {n:6d}: {darts(n):.6f}")
mean, error = antithetic(5000)
print(f"antithetic: {mean:.10f} +- {error:.10f}")
print(f"stratified: {stratified(4000):.10f}")
estimate, hits = buffon(3000)
print(f"needle: {estimate:.8f} from {hits} crossings")
print("within three errors:", abs(mean - math.pi) < 3 * error)
