# COMPARE: rtol 1e-10
import numpy as np


def pull(means, arm):
    return 1.0 if np.random.rand() < means[arm] else 0.0


def epsilon_greedy(means, rounds, eps):
    k = len(means)
    counts = np.zeros(k, dtype=np.int64)
    sums = np.zeros(k)
    total = 0.0
    for t in range(rounds):
        if t < k:
            arm = t
        elif np.random.rand() < eps:
            arm = np.random.randint(k)
        else:
            arm = np.argmax(sums / counts)
        reward = pull(means, arm)
        counts[arm] += 1
        sums[arm] += reward
        total += reward
    return total, counts


def upper_confidence(means, rounds):
    counts = np.ones(len(means))
    sums = np.zeros(len(means))
    for arm in range(len(means)):
        sums[arm] = pull(means, arm)
    for t in range(len(means), rounds):
        bound = sums / counts + np.sqrt(2.0 * np.log(t) / counts)
        arm = bound.argmax()
        sums[arm] += pull(means, arm)
        counts[arm] += 1
    return sums.sum(), counts.astype(int)


def thompson(means, rounds):
    wins = np.ones(means.size)
    losses = np.ones(means.size)
    for _ in range(rounds):
        # A normal approximation of the posterior is good enough here.
        n = wins + losses
        mean = wins / n
        draw = mean + np.sqrt(mean * (1.0 - mean) / n) * np.random.randn(means.size)
        arm = int(np.argmax(draw))
        if pull(means, arm) > 0.5:
            wins[arm] += 1
        else:
            losses[arm] += 1
    return wins.sum() - means.size, (wins + losses - 2).astype(int)


np.random.seed(8)
means = np.array([0.2, 0.5, 0.45, 0.7, 0.3])
rounds = 800
best = means.max() * rounds
for eps in (0.0, 0.1, 0.5):
    total, counts = epsilon_greedy(means, rounds, eps)
    print(f"eps {eps:.1f}: reward {total:.0f}, regret {best - total:.4f}, pulls {counts}")
total, counts = upper_confidence(means, rounds)
print(f"ucb: reward {total:.0f}, pulls {counts}")
total, counts = thompson(means, rounds)
print(f"thompson: reward {total:.0f}, pulls {counts}, favourite {counts.argmax()}")
