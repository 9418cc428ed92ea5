# COMPARE: exact
import numpy as np

a = np.arange(10) * 10
i = np.array([3, 1, -1, 3])
print(a[i], a[np.array([[0, 1], [2, 3]])], a[[5, 6]])
m = np.arange(12).reshape(4, 3)
print(m[i[:2]], m[np.array([0, 2]), np.array([1, 2])], m[[1, 3]].shape)
rows = np.arange(4)
cols = np.array([0, 2, 1, 0])
print(m[rows, cols])
a[i] = -1
print(a)
m[rows, cols] = 100
print(m)
m[np.array([0, 1])] += 1
print(m)
c = np.zeros(4)
c[np.array([1, 1, 2])] = np.array([5.0, 6.0, 7.0])
print(c)
c[np.array([0, 0])] += 1.0
print(c)
order = np.argsort(np.array([3, 1, 2]))
print(np.array([30, 10, 20])[order], m[:, 1][cols])
