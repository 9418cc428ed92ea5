# COMPARE: rtol 1e-13
import numpy as np

np.random.seed(1)
a = np.random.rand(4, 5, 3)
print(a.sum(), np.sum(a), a.sum(axis=0), a.sum(axis=1), a.sum(axis=-1))
print(a.sum(axis=(0, 2)), a.mean(axis=1, keepdims=True).shape, a.max(axis=0), a.min(axis=(1, 2)))
print(np.mean(a), np.max(a), np.min(a), a.mean(axis=0))
print(a.argmax(), a.argmin(axis=1), np.argmax(a, axis=2), a.prod(axis=2))
print((a > 0.5).any(axis=0), (a > 0.01).all(axis=1), np.any(a > 2.0), np.all(a >= 0.0))
print(a.std(), a.var(axis=0), np.std(a, axis=1), np.var(a))
print(np.cumsum(a[0], axis=1), a.sum(axis=1, keepdims=True) / 5)
print(np.sum(a > 0.5), (a > 0.5).sum(axis=0), np.arange(10).sum(), np.array([1, 2, 3]).mean())
print(np.zeros(0).sum(), np.ones((0, 3)).sum(axis=0))
