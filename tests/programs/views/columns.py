# COMPARE: exact
import numpy as np

a = np.array([[1.0, 2.0, 4.0], [3.0, 8.0, 5.0]])
print(a[:, 1:2] - a[:, :1])
print(a.var(axis=1, ddof=1))
c = np.arange(3.0).reshape(3, 1)
print(c * c + c)
