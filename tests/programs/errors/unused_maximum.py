# COMPARE: exact
import sys

import numpy as np

n = len(sys.argv) + 2
a = np.ones(n)
largest = a.max()
print("before")
largest = a[n:].max()
print("after")
