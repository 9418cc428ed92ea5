# COMPARE: rtol 1e-10
import numpy as np


class_names = ("simple", "persistent")


def simple_walk(walkers, steps):
    moves = np.random.randint(0, 4, size=(walkers, steps))
    dx = np.array([1, -1, 0, 0])[moves]
    dy = np.array([0, 0, 1, -1])[moves]
    return dx.cumsum(axis=1), dy.cumsum(axis=1)


def persistent_walk(walkers, steps, stay):
    x = np.zeros((walkers, steps), dtype=np.int64)
    y = np.zeros((walkers, steps), dtype=np.int64)
    heading = np.random.randint(4, size=walkers)
    px = np.zeros(walkers, dtype=np.int64)
    py = np.zeros(walkers, dtype=np.int64)
    for t in range(steps):
        turn = np.random.rand(walkers) > stay
        heading[turn] = np.random.randint(0, 4, turn.sum())
        px += (heading == 0).astype(np.int64) - (heading == 1)
        py += (heading == 2).astype(np.int64) - (heading == 3)
        x[:, t] = px
        y[:, t] = py
    return x, y


def returned(x, y):
    return np.any((x == 0) & (y == 0), axis=1).mean()


def exponent(msd):
    t = np.arange(1, msd.size + 1)
    slope, _ = fit(np.log(t[10:]), np.log(msd[10:]))
    return slope


def fit(x, y):
    xc = x - x.mean()
    slope = (xc * y).sum() / (xc * xc).sum()
    return slope, y.mean() - slope * x.mean()


np.random.seed(31)
walks = (simple_walk(300, 100), persistent_walk(300, 100, 0.8))
for name, (x, y) in zip(class_names, walks):
    msd = (x ** 2 + y ** 2).mean(axis=0)
    print(name, "msd", msd[[0, 9, 49, 99]])
    print(f"   exponent {exponent(msd):.8f}, returned {returned(x, y):.4f}")
    far = np.argmax(np.abs(x[:, -1]) + np.abs(y[:, -1]))
    print("   farthest walker", far, "at", (x[far, -1], y[far, -1]))
