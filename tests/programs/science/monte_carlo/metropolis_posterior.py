# COMPARE: rtol 1e-9
"""Random-walk Metropolis for the mean and log-scale of a normal sample."""
import math
import numpy as np


def log_posterior(mu, log_sigma, data):
    sigma = math.exp(log_sigma)
    z = (data - mu) / sigma
    likelihood = -0.5 * np.sum(z * z) - data.size * log_sigma
    prior = -0.5 * (mu / 10.0) ** 2 - 0.5 * (log_sigma / 2.0) ** 2
    return likelihood + prior


def metropolis(data, steps, width):
    chain = np.empty((steps, 2))
    state = np.array([0.0, 0.0])
    current = log_posterior(state[0], state[1], data)
    accepted = 0
    for k in range(steps):
        proposal = state + width * np.random.normal(size=2)
        new = log_posterior(proposal[0], proposal[1], data)
        if math.log(np.random.uniform()) < new - current:
            state = proposal
            current = new
            accepted += 1
        chain[k] = state
    return chain, accepted / steps


def effective_size(x):
    n = len(x)
    d = x - x.mean()
    var = np.dot(d, d) / n
    total = 0.0
    for lag in range(1, n // 4):
        rho = np.dot(d[:-lag], d[lag:]) / (n * var)
        if rho < 0.05:
            break
        total += rho
    return n / (1.0 + 2.0 * total)


np.random.seed(99)
data = np.random.normal(2.5, 1.3, size=60)
chain, rate = metropolis(data, 3000, 0.18)
kept = chain[500:]
mu, log_sigma = kept.mean(axis=0)
print(f"acceptance {rate:.4f}")
print(f"mu {mu:.9f} (sample mean {data.mean():.9f})")
print(f"sigma {np.exp(kept[:, 1]).mean():.9f} (sample std {data.std():.9f})")
low, high = np.percentile(kept[:, 0], [2.5, 97.5])
print(f"95% interval [{low:.8f}, {high:.8f}] covers the truth: {low < 2.5 < high}")
print("effective size", round(effective_size(kept[:, 0]), 4))
print("correlation", np.corrcoef(kept.T)[0, 1])
