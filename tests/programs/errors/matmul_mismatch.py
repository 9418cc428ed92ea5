# COMPARE: exact
import sys

import numpy as np

n = len(sys.argv) + 2
a = np.ones((2, n))
b = np.ones((n + 1, 2))
print("before")
print(a @ b)
