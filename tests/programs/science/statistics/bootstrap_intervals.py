# COMPARE: rtol 1e-9
import numpy as np


def resample(x):
    return x[np.random.randint(0, len(x), len(x))]


def correlation(xy):
    x, y = xy[:, 0], xy[:, 1]
    dx, dy = x - x.mean(), y - y.mean()
    return (dx @ dy) / np.sqrt((dx @ dx) * (dy @ dy))


def trimmed(x):
    return np.sort(x)[5:-5].mean()


def bootstrap(x, statistic, rounds):
    out = np.empty(rounds)
    for k in range(rounds):
        out[k] = statistic(resample(x))
    return out


def jackknife(x, statistic):
    n = len(x)
    values = np.zeros(n)
    for i in range(n):
        values[i] = statistic(np.delete(x, i, axis=0))
    bias = (n - 1) * (values.mean() - statistic(x))
    error = np.sqrt((n - 1) / n * np.sum((values - values.mean()) ** 2))
    return bias, error


def coverage(rounds):
    inside = 0
    for _ in range(rounds):
        x = np.random.uniform(0.0, 1.0, 30)
        means = x[np.random.randint(0, 30, (60, 30))].mean(axis=1)
        low, high = np.percentile(means, [5, 95])
        inside += int(low <= 0.5 <= high)
    return inside


np.random.seed(37)
n = 50
latent = np.random.randn(n)
xy = np.stack([latent + 0.5 * np.random.randn(n), latent + 0.8 * np.random.randn(n)], axis=-1)
for name, data, statistic in (("correlation", xy, correlation), ("trimmed mean", xy[:, 0], trimmed)):
    values = bootstrap(data, statistic, 300)
    low, high = np.quantile(values, [0.025, 0.975])
    bias, error = jackknife(data, statistic)
    print(f"{name}: {statistic(data):.9f} bootstrap error {values.std(ddof=1):.9f} [{low:.8f}, {high:.8f}]")
    print(f"   jackknife bias {bias:+.9f} error {error:.9f}")
print("nominal 90 % intervals that cover:", coverage(100), "of 100")
