# COMPARE: rtol 1e-13
import numpy as np

np.random.seed(6)
n = 40
d = np.random.rand(n, n) * 10.0
for i in range(n):
    d[i, i] = 0.0
for k in range(n):
    d = np.minimum(d, d[:, k][:, None] + d[k, :][None, :])
print(d.sum(), d[0, :5], d.max())
