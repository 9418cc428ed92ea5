# COMPARE: rtol 1e-9
import numpy as np


def best_stump(x, y, w):
    """The feature, threshold and sign with the smallest weighted error."""
    best_error, feature, threshold, sign = np.inf, 0, 0.0, 1
    for f in range(x.shape[1]):
        values = np.unique(x[:, f])
        cuts = 0.5 * (values[:-1] + values[1:])
        for cut in cuts[::3]:
            guess = np.where(x[:, f] > cut, 1, -1)
            error = w[guess != y].sum()
            for s in (1, -1):
                e = error if s == 1 else 1.0 - error
                if e < best_error - 1e-12:
                    best_error, feature, threshold, sign = e, f, cut, s
    return best_error, feature, threshold, sign


def stump_predict(x, feature, threshold, sign):
    return sign * np.where(x[:, feature] > threshold, 1, -1)


def adaboost(x, y, rounds):
    n = len(y)
    w = np.full(n, 1.0 / n)
    rules = np.zeros((rounds, 4))
    score = np.zeros(n)
    for r in range(rounds):
        error, f, t, s = best_stump(x, y, w)
        alpha = 0.5 * np.log((1.0 - error) / max(error, 1e-10))
        guess = stump_predict(x, f, t, s)
        w *= np.exp(-alpha * y * guess)
        w /= w.sum()
        score += alpha * guess
        rules[r] = f, t, s, alpha
        if r % 4 == 0:
            print(f"round {r:2d}: feature {f} threshold {t:.6f} sign {s:+d} error {error:.8f} train {np.mean(np.sign(score) == y):.4f}")
    return rules


def predict(rules, x):
    score = np.zeros(len(x))
    for f, t, s, alpha in rules:
        score += alpha * stump_predict(x, int(f), t, s)
    return np.sign(score)


np.random.seed(73)
x = np.random.uniform(-1.0, 1.0, size=(90, 3))
y = np.where(x[:, 0] ** 2 + 0.5 * x[:, 1] > 0.3, 1, -1)
rules = adaboost(x[:60], y[:60], 9)
print("test accuracy", np.mean(predict(rules, x[60:]) == y[60:]))
print("features used", np.bincount(rules[:, 0].astype(int), minlength=3))
print(f"total weight {rules[:, 3].sum():.10f}")
