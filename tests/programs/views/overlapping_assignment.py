# COMPARE: exact
import numpy as np

a = np.arange(8)
a[1:] = a[:-1]
print(a)
b = np.arange(8)
b[:-1] = b[1:]
print(b)
c = np.arange(8)
c[::-1] = c
print(c)
d = np.arange(9).reshape(3, 3)
d[:] = d.T
print(d)
e = np.arange(8)
e[2:6] += e[0:4]
print(e)
