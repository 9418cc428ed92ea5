# COMPARE: exact
import numpy as np

print(np.linalg.cholesky(np.array([[1.0, 2.0], [2.0, 1.0]])))
