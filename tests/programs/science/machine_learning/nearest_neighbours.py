# COMPARE: rtol 1e-10
import numpy as np


def distances(a, b):
    sq = (a ** 2).sum(axis=1)[:, None] + (b ** 2).sum(axis=1)[None, :] - 2.0 * a @ b.T
    return np.sqrt(np.maximum(sq, 0.0))


def classify(train, labels, queries, k):
    d = distances(queries, train)
    nearest = np.argsort(d, axis=1)[:, :k]
    votes = labels[nearest]
    out = np.zeros(len(queries), dtype=int)
    for i in range(len(queries)):
        out[i] = np.bincount(votes[i], minlength=2).argmax()
    return out


def regress(train, values, queries, k):
    d = distances(queries, train)
    order = d.argsort(axis=1)[:, :k]
    w = 1.0 / (1e-9 + np.take_along_axis(d, order, axis=1))
    return (w * values[order]).sum(axis=1) / w.sum(axis=1)


def leave_one_out(x, labels, k):
    d = distances(x, x)
    np.fill_diagonal(d, np.inf)
    right = 0
    for i in range(len(x)):
        near = np.argsort(d[i])[:k]
        if (labels[near].mean() > 0.5) == labels[i]:
            right += 1
    return right / len(x)


def moons(n):
    t = np.linspace(0, np.pi, n)
    a = np.column_stack((np.cos(t), np.sin(t)))
    b = np.column_stack((1 - np.cos(t), 0.5 - np.sin(t)))
    return np.vstack((a, b)), np.concatenate((np.zeros(n), np.ones(n))).astype(int)


np.random.seed(19)
x, labels = moons(60)
x = x + 0.15 * np.random.standard_normal(x.shape)
queries, truth = moons(25)
for k in (1, 5, 15):
    found = classify(x, labels, queries, k)
    print(f"k={k:2d}: {np.sum(found == truth)} of {len(truth)} right, leave one out {leave_one_out(x, labels, k):.6f}")
values = np.sin(2 * x[:, 0]) + x[:, 1]
estimate = regress(x, values, queries, 4)
exact = np.sin(2 * queries[:, 0]) + queries[:, 1]
print(f"regression rms {np.sqrt(np.mean((estimate - exact) ** 2)):.10f}")
print(estimate[:5])
