# COMPARE: exact
import sys

import numpy as np

x, y = np.arange(len(sys.argv) + 1)
print(x, y)
x, y, z = np.arange(len(sys.argv) + 1)
