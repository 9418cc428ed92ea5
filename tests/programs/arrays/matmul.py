# COMPARE: rtol 1e-12
import numpy as np

np.random.seed(3)
a = np.random.rand(7, 5)
b = np.random.rand(5, 6)
v = np.random.rand(5)
w = np.random.rand(7)
print(a @ b)
print(a @ v, w @ a, v @ v, np.dot(a, b)[0], np.dot(v, v), a.dot(v))
print((a.T @ a).shape, (a @ b).T[0], np.matmul(a, b).sum(), np.outer(v, w)[1])
print((a[::2] @ b[:, ::-1])[1], (a @ b) @ (b.T @ v))
i = np.arange(6).reshape(2, 3)
print(i @ i.T, i @ np.arange(3))
