# COMPARE: rtol 1e-9
import numpy as np


def blobs(n, centres, spread):
    labels = np.arange(n) % len(centres)
    return centres[labels] + spread * np.random.randn(n, centres.shape[1]), labels


def seed_centres(x, k):
    """k-means++: each new centre far from the chosen ones, in proportion to the squared distance."""
    chosen = np.zeros((k, x.shape[1]))
    chosen[0] = x[np.random.randint(len(x))]
    nearest = np.full(len(x), np.inf)
    for i in range(1, k):
        nearest = np.minimum(nearest, ((x - chosen[i - 1]) ** 2).sum(axis=1))
        pick = np.searchsorted(np.cumsum(nearest), np.random.rand() * nearest.sum())
        chosen[i] = x[pick]
    return chosen


def assign(x, centres):
    d = ((x[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
    labels = d.argmin(axis=1)
    return labels, d[np.arange(len(x)), labels].sum()


def lloyd(x, centres, max_steps=50):
    centres = centres.copy()
    labels, inertia = assign(x, centres)
    for step in range(max_steps):
        for k in range(len(centres)):
            members = x[labels == k]
            if len(members) > 0:
                centres[k] = members.mean(axis=0)
        new, inertia = assign(x, centres)
        if np.array_equal(new, labels):
            return centres, labels, inertia, step + 1
        labels = new
    return centres, labels, inertia, max_steps


def purity(found, truth, k):
    table = np.zeros((k, k), dtype=int)
    for a, b in zip(found, truth):
        table[a, b] += 1
    return table.max(axis=1).sum() / len(found)


np.random.seed(101)
truth = np.array([[0.0, 0.0], [4.0, 0.5], [1.0, 5.0], [6.0, 6.0]])
x, labels = blobs(240, truth, 0.7)
for k in (2, 3, 4, 5):
    centres, found, inertia, steps = lloyd(x, seed_centres(x, k))
    print(f"k={k}: inertia {inertia:.8f}, sizes {np.sort(np.bincount(found, minlength=k))}, steps ok {steps < 50}")
    if k == 4:
        order = np.argsort(centres[:, 0])
        print("   centres\n", np.round(centres[order], 8))
        print(f"   purity {purity(found, labels, 4):.4f}")
