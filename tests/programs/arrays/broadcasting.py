# COMPARE: exact
import numpy as np

a = np.arange(6).reshape(2, 3)
row = np.array([10, 20, 30])
col = np.array([[1], [2]])
print(a + row, a * col, row + col)
print(a + 1, 2 * a, a - a[:, 1:2])
b = np.arange(4.0)
print(b[:, None] - b[None, :])
print((b[:, None] * np.ones((1, 3))).shape, (a[None] + a[:, None]).shape)
c = np.ones((2, 1, 3)) * np.ones((4, 1))
print(c.shape, c.sum())
print((np.zeros((0, 3)) + row).shape)
