# COMPARE: exact
import numpy as np

a = np.arange(5)
print(a[a > 10].sum())
print(a[a > 10].max())
