# COMPARE: exact
import numpy as np

a = np.array([[1.0, 2.0], [2.0, 4.0]])
print(np.linalg.det(a))
print(np.linalg.solve(a, np.ones(2)))
