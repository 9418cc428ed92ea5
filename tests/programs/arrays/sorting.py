# COMPARE: exact
import numpy as np

a = np.array([3, 1, 2, 5, 4, 1])
print(np.sort(a), np.argsort(a, kind="stable"), np.unique(a))
m = np.array([[3.0, 1.0, 2.0], [9.0, 8.0, 7.0]])
print(np.sort(m), np.sort(m, axis=0), m.argsort(axis=1))
print(np.bincount(a), np.cumsum(a), np.nonzero(a > 2)[0], np.diag(np.eye(3)))
