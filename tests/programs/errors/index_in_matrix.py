# COMPARE: exact
import sys

import numpy as np

m = np.ones((4, 5))
k = len(sys.argv) + 4
print(m[3, 4])
print(m[1, k])
