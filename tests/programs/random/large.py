# COMPARE: rtol 1e-12
import numpy as np

np.random.seed(123)
a = np.random.rand(300, 400)
b = np.random.randn(400, 7)
c = a @ b
print(a.sum(), b.mean(), c[0], c.std(), a[299, 399], b[-1])
print(np.random.rand(), (a > 0.5).sum(), a.max(axis=1)[:4])
