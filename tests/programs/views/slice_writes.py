# COMPARE: exact
import numpy as np

a = np.zeros((4, 5))
a[0] = 1.0
a[:, 0] = np.arange(4)
a[1:3, 1:3] = [[5.0, 6.0], [7.0, 8.0]]
a[-1, ::2] = 4.0
a[2, 3] = -1.0
a[3, 1:] -= 0.5
a[1:3] *= 2.0
print(a)
b = np.arange(6)
b[1] = 2.9
b[::-2] = 0
print(b)
c = np.zeros((2, 3), dtype=np.int32)
c[:, 1] += 3
c[...] -= 1
print(c)
