# COMPARE: exact
"""Whether `ravel` and its like give a view depends on how an array lies in memory."""

import numpy as np

a = np.ones((3, 4))[::-1]
b = a.ravel()
b[0] = 9
print(a)
c = np.ascontiguousarray(a)
c[0] = 4
print(a, c)
d = np.asfortranarray(a.T)
d[0, 0] = 77
e = np.asfortranarray(np.arange(6).reshape(2, 3))
print(a, d, e, np.asfortranarray(a[0]), np.ascontiguousarray(3.5))
f = np.arange(12).reshape(3, 4)
g = f.ravel()
g[1] = 100
print(f)
h = f[:, 0].ravel()
h[0] = 1000
print(f, h)
r = (np.arange(8) * 0.5)[::-1].reshape(2, 4)
s = r.ravel()
s[0] = -1.0
t = r.reshape(-1)
t[1] = -2.0
print(r, s, t)

# Diagonals are views.
m = np.arange(9.0).reshape(3, 3)
d = np.diag(m)
m[1, 1] = 100
print(d, np.diag(d), np.trace(m > 3), np.diag([1, 2], 1), np.diag(m + 1, -1))
k = np.arange(24).reshape(2, 3, 4)
print(np.trace(k), np.diagonal(k, 1, 1, 2), np.trace(k, axis1=1, axis2=2), k.diagonal())
print(np.arange(12.0).reshape(2, 2, 3).mean(axis=0), np.ones((8, 14, 14, 32)).mean(axis=0).sum())

# Unsigned scalars that the compiler knows.
u = np.asarray(8).astype(np.uint8)
print(u, u + np.asarray(250).astype(np.uint8), np.sqrt(np.arange(4, dtype=np.int16)).dtype)
