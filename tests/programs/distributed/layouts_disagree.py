# COMPARE: rtol 1e-11
# ARGS: 257
import sys

import numpy as np

n = int(sys.argv[1])
a = np.arange(n * n, dtype=np.float64).reshape(n, n) / (n * n)
b = a + a.T
c = b[::-1, :] * a[:, ::-1]
d = c.sum(axis=0)[:, None] + c.sum(axis=1)[None, :]
e = d @ a[:, :5]
print(e.sum(axis=0), d.max(), (a[1:, :] - a[:-1, :]).sum(), c[3, :3])
f = np.concatenate((a, b), axis=0)[n - 2:n + 2]
print(f.shape, f.sum(axis=1), np.roll(a, 1)[0, :3])
