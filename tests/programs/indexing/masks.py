# COMPARE: exact
import numpy as np

a = np.arange(10) - 4
print(a[a > 0], a[a > 100], a[~(a > 0)], a[(a > -2) & (a < 3)], a[(a < -3) | (a == 5)])
a[a < 0] = 0
print(a)
a[a == 3] += 10
print(a, (a > 2).sum())
m = np.arange(12.0).reshape(3, 4)
print(m[m > 5], m[m[:, 0] > 3], m[np.array([True, False, True])])
m[m > 8] = -1.0
m[m[:, 1] < 2] = 7.0
print(m)
b = np.zeros(5)
b[np.array([True, False, True, False, True])] = np.array([1.0, 2.0, 3.0])
print(b)
print(np.where(m < 0, 0.0, m), np.where(b > 1)[0], len(m[m > 0]))
