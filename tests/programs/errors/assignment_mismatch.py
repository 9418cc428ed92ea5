# COMPARE: exact
import sys

import numpy as np

n = len(sys.argv) + 2
a = np.ones((2, n))
print(a.sum())
a[:, 1:] = np.ones(n)
