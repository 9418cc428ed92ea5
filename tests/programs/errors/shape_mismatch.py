# COMPARE: exact
import sys

import numpy as np

n = len(sys.argv) + 2
a = np.ones(n)
b = np.ones(n + 1)
print("before")
print(a + b)
