# COMPARE: exact
import numpy as np

a = np.zeros(6)
v = a[1:4]
v[0] = 5.0
v[:] += 1.0
print(a, v)
a[2] = 9.0
print(v)
w = a
w[0] = -1.0
print(a[0])
c = a.copy()
c[0] = 100.0
print(a[0], c[0])
r = a.reshape(2, 3)
r[1, 1] = 7.0
print(a)
t = r.T
t[0, 1] = 8.0
print(r, a)

# Which names are one object.
a = np.arange(3.0)
b = a
c = a[:]
d = a * 2
print(a is b, a is c, a is not d, a is a.T, a is not None, a is a.copy(), b is d)
a = a * 2
print(a is b, a is d)
a *= 3
b = a
a += 1
print(b is a)
