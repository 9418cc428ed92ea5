# COMPARE: exact
import numpy as np

a = np.arange(5)
i = np.array([0, 4, 5])
print(a[i[:2]])
print(a[i])
