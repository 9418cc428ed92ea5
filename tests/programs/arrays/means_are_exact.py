# COMPARE: exact
import numpy as np


def accuracy(predicted, true):
    return (predicted == true).mean()


def spread(x):
    m = x.mean()
    return m, ((x - m) ** 2).mean()


k = np.full(10, 3)
print(k.mean(), k.mean() == 3, np.ones(6).mean(), np.ones(49).mean())
for n in (3, 6, 7, 10, 49):
    print(n, np.ones(n, dtype=int).mean(), np.full(n, 0.5).mean())
a = np.array([[4, -2, 7], [0, 5, -9]])
print(a.mean(), a.sum() / 6, a.mean(axis=0), a.mean(axis=1), (np.arange(30) > 0).mean())
print(accuracy(np.arange(30) % 3, np.arange(30) % 5), spread(np.array([1.0, 2.0, 4.0])))
f = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
print(f.mean(axis=(1, 2)), f.mean(), f.sum() / 24)
w = np.array([[3.0, 6.0], [9.0, 12.0]])
v = np.array([1.0, 1.0])
print((w @ v) / 3, -(w @ (v * 0)), -(v * 0).sum(), (w / 3) @ v)
