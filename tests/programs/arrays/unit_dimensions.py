# COMPARE: exact
import numpy as np

column = np.arange(3.0).reshape(3, 1)
row = np.arange(4.0).reshape(1, 4)
print(column + np.ones(1), column * 2.0, row - 1.0, column * row)
print((column + column).sum(axis=0), (row * row).sum(axis=1), (column * row).max(axis=1, keepdims=True))
thick = np.arange(6.0).reshape(2, 1, 3)
print(thick + 1.0, thick * np.ones((1, 4, 1)))
print((thick + thick[:, :, :1]).reshape(-1), np.ones((1, 1)) + 1.0)
